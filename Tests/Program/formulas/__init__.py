"""The formula language once more, in Python: written from docs/how-to/write-a-formula.md and not from the Swift sources,
with nothing but the standard library, so that a mistake would have to be made twice to stay unseen."""
