"""What comes in by pull request: a forge's event, the verdict on it, and the report of that."""
