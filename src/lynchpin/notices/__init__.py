"""Messages out: written in the transaction that caused them, checked, sent later, in the recipient's language."""
