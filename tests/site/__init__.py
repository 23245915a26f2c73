# ruff: noqa: A005  named after the part of the package that these tests are about
