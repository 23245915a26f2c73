"""A dossier that came in as a zip file: what is in it, where it belongs, how it is put there."""
