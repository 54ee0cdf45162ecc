"""Run every benchmark."""

from benchmarks import page, reading

reading.main()
page.main()
