"""Runs the rules over a repository and makes their findings concrete."""
