"""The same person? A library of array functions: encode → keys → compare → score. It knows numpy and Arrow, not Django.

Every stage takes and returns arrays and keeps no state of its own: what stages share (the syllables met, the places known, the weights) is
passed in. The same functions therefore serve two files, one file against itself and one record against a stored index.
"""
