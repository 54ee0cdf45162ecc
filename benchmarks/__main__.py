"""Run every benchmark."""

from benchmarks import reading

reading.main()
