"""What can be counted: every figure with its definition, ours beside the official one."""
