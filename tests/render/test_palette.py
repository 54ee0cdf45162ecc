"""The tones of the marks: seen on land, sea and shades, and told apart by those who see fewer colours."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import numpy as np
import pytest

import geo.render.assets

FOLDER = Path(geo.render.assets.__file__).parent / "assets"
SYMBOLS = (FOLDER / "js" / "symbols.js").read_text(encoding="utf-8")
TONES = dict(re.findall(r'"?(\w[\w ]*)"?: "(#[0-9a-f]{6})"', SYMBOLS.partition("TONES = {")[2].partition("};")[0]))
BLOCS = re.findall(r'tone: "(#[0-9a-f]{6})"', SYMBOLS)
SHADES = re.findall("#[0-9a-f]{6}", SYMBOLS.partition("SHADES = [")[2].partition("]")[0])
LAND = re.search(r'fill: "(#[0-9a-f]{6})"', (FOLDER / "js" / "basemap.js").read_text(encoding="utf-8")).group(1)
SEA = re.search(r"--sea: (#[0-9a-f]{6})", (FOLDER / "map.css").read_text(encoding="utf-8")).group(1)
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
#: Machado and others (2009), linear RGB: what a dichromat sees.
SIGHTS = {
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


def linear(tone):
    parts = np.array([int(tone[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one, other):
    light, dark = sorted((linear(tone) @ [0.2126, 0.7152, 0.0722] for tone in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(rgb):
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ np.clip(rgb, 0, 1)
    x, y, z = np.cbrt(np.maximum(xyz / [0.9505, 1, 1.089], 0.008856))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def test_all_tones_were_found():
    assert set(TONES) == {"place", "corridor", *QUADS}
    assert (len(BLOCS), len(SHADES)) == (5, 3)


@pytest.mark.parametrize("ground", [LAND, SEA, *SHADES])
def test_every_mark_is_seen_on_every_ground(ground):
    assert {tone: contrast(tone, ground) for tone in (*TONES.values(), *BLOCS) if contrast(tone, ground) < 3} == {}


def test_a_shaded_country_is_told_from_its_neighbours():
    for one, other in itertools.pairwise([LAND, *SHADES]):
        assert np.linalg.norm(lab(linear(one)) - lab(linear(other))) > 5


@pytest.mark.parametrize("sight", SIGHTS)
def test_cooperation_and_conflict_stay_apart_for_the_colour_blind(sight):
    seen = {quad: lab(np.array(SIGHTS[sight]) @ linear(TONES[quad])) for quad in QUADS}
    for friendly, hostile in itertools.product(QUADS[:2], QUADS[2:]):
        assert np.linalg.norm(seen[friendly] - seen[hostile]) > 20
