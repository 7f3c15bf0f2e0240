"""What a script has checked."""


class Checks:
    """Counts what holds, and prints what does not."""

    def __init__(self):
        self.passed = self.failed = 0

    def equal(self, what, found, expected):
        if found == expected:
            self.passed += 1
        else:
            self.failed += 1
            print(f"failed: {what}\n  found    {found!r}\n  expected {expected!r}")

    def true(self, what, holds):
        self.equal(what, bool(holds), True)

    def report(self):
        """Prints how many checks held, and gives the status to exit with."""
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0
