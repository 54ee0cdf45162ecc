"""Read: files, folders, archives, uploads and standard input become documents."""

from geo.read.documents import language_code
from geo.read.paths import READERS, count_files, read_paths, read_uploads
from geo.read.source import Problem, visible

__all__ = ["READERS", "Problem", "count_files", "language_code", "read_paths", "read_uploads", "visible"]
