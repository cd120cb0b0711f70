"""One file a factor: what it means, why it is useful and lawful, what it reads, its query."""
