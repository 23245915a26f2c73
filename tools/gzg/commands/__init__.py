"""The commands: one a module, each a function that returns an exit code."""
