"""The shared outcomes framework as definitions: outcomes, themes, priorities, measures, and the lines of the core offer."""
