"""How every page looks: the shell, forms, lists, components, charts, maps. No word of the service's trade."""
