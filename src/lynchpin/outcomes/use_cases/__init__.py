"""One verb a module; the only place that writes."""
