"""Run a government's calls for projects from a Git repository, and publish the catalogue."""
