"""The shared paperwork: one referral, assessment, plan and review form for every partner, as data with editions.

Each edition is a file of `editions/`, in both languages. A new edition is a new file with its day; the old one stays.
"""
