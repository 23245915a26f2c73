"""Makes a dossier with a person: the questions of a call, the answers, and the files they become.

What is right and wrong is for the model and the rules; here a dossier is only asked for, kept
while it is unfinished, shown to the judges and written. `dialogue` is the only part that talks.
"""
