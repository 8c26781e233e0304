#!/usr/bin/env python3
"""Holds an export of a log to its seals, without anything of Thác: only Python's standard library.

    python3 tools/verify.py FILE... [--checkpoint KEPT] [--key KEYFILE] [--json]
    python3 tools/verify.py --self-test

FILE is what `thac audit export` wrote, compressed or not. KEPT holds checkpoints that somebody kept, one after another. KEYFILE holds
public keys, one a line. Exit code: 0 all holds, 1 something does not, 2 a file cannot be read or the command is mistyped.

Written from the documents (RFC 8032, RFC 9162, C2SP signed-note and tlog-checkpoint, docs/explanation/proof.md), not from the code of
the other verifier, so that a mistake in one of them is found by the other.
"""

import base64
import binascii
import functools
import hashlib
import json
import re
import sys
import urllib.parse
import zlib

# ---------------------------------------------------------------- Ed25519 (RFC 8032, section 5.1), verification only

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def add(a, b):
    """Sum of two points in extended coordinates (X, Y, Z, T)."""
    m = (a[1] - a[0]) * (b[1] - b[0]) % P
    n = (a[1] + a[0]) * (b[1] + b[0]) % P
    c = 2 * a[3] * b[3] * D % P
    d = 2 * a[2] * b[2] % P
    e, f, g, h = n - m, d - c, d + c, n + m
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(number, point):
    result = (0, 1, 1, 0)
    while number > 0:
        if number & 1:
            result = add(result, point)
        point = add(point, point)
        number >>= 1
    return result


def decompress(encoded):
    """The point of 32 bytes, or None where they are none."""
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P != 0 or (x == 0 and sign == 1):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


def compress(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | ((x & 1) << 255)).to_bytes(32, "little")


BASE = decompress((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


@functools.lru_cache(maxsize=4096)
def is_signed(public_key, message, signature):
    point = decompress(public_key)
    scalar = int.from_bytes(signature[32:], "little")
    if point is None or scalar >= L:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + public_key + message).digest(), "little") % L
    negative = (P - point[0], point[1], 1, P - point[3])
    return compress(add(times(scalar, BASE), times(challenge, negative))) == signature[:32]


# ---------------------------------------------------------------- hashes, the leaf of an event, the tree (RFC 9162, section 2.1)


def sha256(data):
    return hashlib.sha256(data).digest()


def leaf_of(tenant, event):
    fields = [
        tenant.encode(),
        b"%d" % event["position"],
        event["stream"].encode(),
        b"%d" % event["version"],
        event["type"].encode(),
        b"%d" % event["v"],
        event["at"].encode(),
        None if event["actor"] is None else event["actor"].encode(),
        event["recordedAt"].encode(),
        sha256(event["data"].encode()),
        None if event["because"] is None else sha256(event["because"].encode()),
    ]
    parts = [b"thac-leaf/1\n"]
    for field in fields:
        parts.append(b"\xff\xff\xff\xff" if field is None else len(field).to_bytes(4, "big") + field)
    return b"".join(parts)


class Tree:
    """Roots of the full subtrees on the right edge, the largest first."""

    def __init__(self):
        self.size = 0
        self.subtrees = []

    def add(self, leaf_hash):
        width = 1
        while self.subtrees and self.subtrees[-1][0] == width:
            _, left = self.subtrees.pop()
            leaf_hash = sha256(b"\x01" + left + leaf_hash)
            width *= 2
        self.subtrees.append((width, leaf_hash))
        self.size += 1

    def root(self):
        if not self.subtrees:
            return sha256(b"")
        root = self.subtrees[-1][1]
        for _, left in reversed(self.subtrees[:-1]):
            root = sha256(b"\x01" + left + root)
        return root


# ---------------------------------------------------------------- keys, notes and checkpoints (C2SP)


def from_base64(text):
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError):
        return None
    return data if base64.b64encode(data).decode() == text else None


def read_key(text):
    """(name, id, public key) of `NAME+ID+KEY`, or None."""
    parts = text.split("+", 2)
    if len(parts) != 3 or not parts[0] or re.search(r"\s", parts[0]):
        return None
    name, key_id, data = parts[0], parts[1], from_base64(parts[2])
    if data is None or len(data) != 33 or data[0] != 1:
        return None
    expected = sha256(name.encode() + b"\n" + data)[:4]
    return (name, expected, data[1:]) if expected.hex() == key_id else None


def open_note(note, key):
    """The text of a note that the key has signed, or None."""
    name, key_id, public_key = key
    text, blank, rest = note.rpartition("\n\n")
    lines = rest.split("\n")
    if not blank or re.search("[\x00-\x09\x0b-\x1f]", note) or lines.pop() != "" or not lines:
        return None
    if not all(line.startswith("— ") for line in lines):
        return None
    text += "\n"
    for line in lines:
        if not line.startswith(f"— {name} "):
            continue
        data = from_base64(line[len(f"— {name} ") :])
        if data and len(data) == 68 and data[:4] == key_id and is_signed(public_key, text.encode(), data[4:]):
            return text
    return None


def open_checkpoint(note, key):
    """(size, root) of a checkpoint of this key's log, or None."""
    text = open_note(note, key)
    lines = text.split("\n") if text is not None else []
    if len(lines) < 4 or lines[0] != key[0] or not re.fullmatch(r"0|[1-9][0-9]{0,15}", lines[1]) or "" in lines[3:-1]:
        return None
    root, size = from_base64(lines[2]), int(lines[1])
    return (size, root) if root is not None and len(root) == 32 and size < 2**53 else None


def notes_of(text):
    notes, lines = [], []
    for line in text.split("\n"):
        if lines and lines[-1].startswith("— ") and not line.startswith("— "):
            notes.append("\n".join(lines) + "\n")
            lines = []
        if line or lines:
            lines.append(line)
    return notes + (["\n".join(lines)] if lines else [])


# ---------------------------------------------------------------- the lines of an export

TEXT, TEXT_OR_NULL, TEXTS, NUMBER = "text", "text or null", "texts", "number"
FIELDS = {
    "manifest": {
        "format": TEXT,
        "version": NUMBER,
        "tenant": TEXT,
        "scope": TEXT,
        "size": NUMBER,
        "events": NUMBER,
        "key": TEXT,
    },
    "event": {
        "position": NUMBER,
        "stream": TEXT,
        "version": NUMBER,
        "type": TEXT,
        "v": NUMBER,
        "at": TEXT,
        "actor": TEXT_OR_NULL,
        "recordedAt": TEXT,
        "data": TEXT,
        "because": TEXT_OR_NULL,
        "leaf": TEXT,
    },
    "proof": {"position": NUMBER, "hashes": TEXTS},
    "checkpoint": {"note": TEXT},
    "person": {"person": TEXT, "sealed": TEXT_OR_NULL, "erased": TEXT_OR_NULL},
    "key": {"person": TEXT, "key": TEXT},
    "end": {"events": NUMBER, "checkpoints": NUMBER, "persons": NUMBER, "sha256": TEXT},
}
LONGEST = 64 * 1_048_576


def is_text(value):
    return isinstance(value, str) and not re.search("[\ud800-\udfff]", value)


def holds(value, kind):
    if kind == NUMBER:
        return type(value) is int and 0 <= value < 2**53
    if kind == TEXTS:
        return isinstance(value, list) and all(map(is_text, value))
    return is_text(value) or (kind == TEXT_OR_NULL and value is None)


def read_line(data):
    """The line's fields, or None unless its bytes are those that a writer makes of them."""
    try:
        text = data.decode("utf-8")
        line = json.loads(text)
    except (ValueError, RecursionError):
        return None
    kind = line.get("kind") if isinstance(line, dict) else None
    fields = FIELDS.get(kind) if isinstance(kind, str) else None
    if fields is None or not all(name in line and holds(line[name], field) for name, field in fields.items()):
        return None
    ordered = {"kind": kind, **{name: line[name] for name in fields}}
    return line if json.dumps(ordered, ensure_ascii=False, separators=(",", ":")) == text else None


# ---------------------------------------------------------------- verification


class Found(Exception):
    """The first difference."""


def proves_inclusion(index, size, leaf_hash, proof, root):
    """RFC 9162, section 2.1.3.2."""
    if index >= size:
        return False
    place, last, found = index, size - 1, leaf_hash
    for other in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = sha256(b"\x01" + other + found)
            while not place & 1 and place != 0:
                place, last = place >> 1, last >> 1
        else:
            found = sha256(b"\x01" + found + other)
        place, last = place >> 1, last >> 1
    return last == 0 and found == root


class WholeLog:
    """Every event of a log, in order: the tree is built anew and held to each checkpoint on the way."""

    def __init__(self, manifest, key, kept, find):
        self.tenant, self.size, self.said = manifest["tenant"], manifest["size"], manifest["events"]
        self.key, self.waiting, self.find = key, list(kept), find
        self.tree = Tree()
        self.checkpoints = self.kept = self.sure = self.sealed = 0

    def begin(self):
        self.compare_kept()

    @property
    def events(self):
        return self.tree.size

    @property
    def place(self):
        return self.tree.size + 1

    def root(self):
        return self.tree.root()

    def ahead(self):
        return (self.waiting[0][0], self.tree.size) if self.waiting else None

    def take_event(self, event):
        expected = self.place
        if event["position"] != expected:
            self.find("position", str(expected), str(event["position"]))
        leaf_hash = sha256(b"\x00" + leaf_of(self.tenant, event))
        encoded = base64.b64encode(leaf_hash).decode()
        if encoded != event["leaf"]:
            self.find("altered", event["leaf"], encoded)
        self.tree.add(leaf_hash)
        self.compare_kept()

    def take_proof(self, line):
        self.find("malformed")

    def take_checkpoint(self, line):
        note, size = line["note"], self.tree.size
        checkpoint = open_checkpoint(note, self.key) if note.count("\n") == 5 else None
        if checkpoint is None or checkpoint[0] != size or size <= self.sealed:
            found = " ".join(note.split("\n")[:2])
            self.find("checkpoint", f"{self.key[0]} {size}", found, position=self.sure + 1, until=size + 1)
        self.compare(checkpoint, "root")
        self.sealed = size
        self.checkpoints += 1

    def take_end(self, line):
        found = self.tree.size
        if found < self.size or self.sealed < self.size:
            self.find("truncated", str(self.size), str(found))
        counts = (found, line["events"], self.said, line["checkpoints"])
        if counts != (self.size, self.size, self.size, self.checkpoints):
            self.find("end", f"{self.size} {self.checkpoints}", f"{line['events']} {line['checkpoints']}")

    def compare_kept(self):
        while self.waiting and self.waiting[0][0] == self.tree.size:
            self.compare(self.waiting.pop(0), "forked")
            self.kept += 1

    def compare(self, checkpoint, kind):
        size, root = checkpoint
        found = self.tree.root()
        if found != root:
            encoded = base64.b64encode(root).decode(), base64.b64encode(found).decode()
            self.find(kind, *encoded, position=min(self.sure + 1, size), until=size)
        self.sure = size


class ChosenEvents:
    """Events chosen from a log, whole streams of it or one event alone: each with the proof that it is in the log of one checkpoint
    before them."""

    def __init__(self, manifest, key, kept, find):
        self.tenant, self.size, self.said = manifest["tenant"], manifest["size"], manifest["events"]
        self.scope = manifest["scope"]
        self.key, self.notes, self.find = key, kept, find
        self.signed = self.unproved = None
        self.versions = {}
        self.checkpoints = self.kept = self.events = self.last = 0

    def begin(self):
        pass

    @property
    def place(self):
        return self.last + 1

    def root(self):
        return self.signed if self.signed is not None else sha256(b"")

    def ahead(self):
        return next(((size, self.size) for size, _ in self.notes if size > self.size), None)

    def take_checkpoint(self, line):
        note = line["note"]
        checkpoint = open_checkpoint(note, self.key) if note.count("\n") == 5 else None
        if checkpoint is None or checkpoint[0] != self.size or self.signed is not None:
            self.find("checkpoint", f"{self.key[0]} {self.size}", " ".join(note.split("\n")[:2]))
        self.signed, self.checkpoints = checkpoint[1], 1
        for size, root in self.notes:
            if size == self.size and root != self.signed:
                encoded = base64.b64encode(root).decode(), base64.b64encode(self.signed).decode()
                self.find("forked", *encoded, position=1, until=size)
            self.kept += size == self.size

    def take_event(self, event):
        position = event["position"]
        if self.signed is None or self.unproved is not None:
            self.find("malformed")
        if not self.place <= position <= self.size:
            self.find("position", str(self.place), str(position))
        alone = self.scope == "event:%d" % position  # nothing is said of the rest of its stream
        expected = event["version"] if alone else self.versions.get(event["stream"], 0) + 1
        if event["version"] != expected:
            self.find("gap", str(expected), str(event["version"]), position=position)
        leaf_hash = sha256(b"\x00" + leaf_of(self.tenant, event))
        encoded = base64.b64encode(leaf_hash).decode()
        if encoded != event["leaf"]:
            self.find("altered", event["leaf"], encoded, position=position)
        self.versions[event["stream"]] = expected
        self.unproved = (position, leaf_hash)

    def take_proof(self, line):
        position = line["position"]
        if self.unproved is None or self.unproved[0] != position:
            self.find("malformed")
        proof = [from_base64(each) for each in line["hashes"]]
        holds = all(each is not None and len(each) == 32 for each in proof)
        if not holds or not proves_inclusion(position - 1, self.size, self.unproved[1], proof, self.signed):
            self.find("unproved", base64.b64encode(self.signed).decode(), position=position)
        self.unproved = None
        self.last = position
        self.events += 1

    def take_end(self, line):
        if self.signed is None or self.unproved is not None or self.events < self.said:
            self.find("truncated", str(self.said), str(self.events))
        if (self.said, line["events"], line["checkpoints"]) != (self.events, self.events, 1):
            self.find("end", f"{self.said} 1", f"{line['events']} {line['checkpoints']}")


class Verifier:
    def __init__(self, keys=None, kept=()):
        self.keys, self.notes = keys, kept
        self.line = 0
        self.manifest = self.key = self.log = self.person = self.finding = None
        self.persons = 0
        self.has_key = self.ended = False
        self.digest = hashlib.sha256()

    def find(self, kind, expected="", found="", position=None, until=None):
        if position is None:
            position = self.log.place if self.log else 1
        if self.finding is None:
            self.finding = {
                "kind": kind,
                "line": self.line,
                "position": position,
                "until": position if until is None else until,
                "expected": expected,
                "found": found,
            }
        raise Found

    def take(self, data):
        self.line += 1
        line = read_line(data)
        if line is None or self.ended or (line["kind"] == "manifest") != (self.line == 1):
            self.find("malformed")
        kind = line["kind"]
        if kind != "end":
            self.digest.update(data + b"\n")
        if kind in ("event", "proof", "checkpoint"):
            if self.persons > 0:
                self.find("malformed")
            getattr(self.log, "take_" + kind)(line)
        else:
            getattr(self, "take_" + kind)(line)

    def take_manifest(self, line):
        if line["format"] != "thac-audit":
            self.find("malformed")
        if line["version"] != 2:
            self.find("version", "2", str(line["version"]))
        key = read_key(line["key"])
        ending = "/" + urllib.parse.quote(line["tenant"], safe="!'()*-._~")
        if key is None or not key[0].endswith(ending) or (self.keys is not None and line["key"] not in self.keys):
            self.find("key", " ".join(self.keys or []), line["key"])
        self.manifest, self.key = line, key
        trusted = [key] + [each for each in map(read_key, self.keys or []) if each and each[0] == key[0]]
        kept = []
        for note in self.notes:
            opened = next(filter(None, (open_checkpoint(note, each) for each in trusted)), None)
            if opened is None:
                self.find("kept", line["key"], note.split("\n")[0])
            kept.append(opened)
        kept.sort(key=lambda each: each[0])
        kind = WholeLog if line["scope"] == "whole" else ChosenEvents
        self.log = kind(line, key, kept, self.find)
        self.log.begin()

    def take_person(self, line):
        person, sealed = line["person"], line["sealed"]
        is_next = self.person is None or self.person["person"].encode() < person.encode()
        if not is_next or (sealed is not None and from_base64(sealed) is None):
            self.find("malformed")
        self.persons += 1
        self.person, self.has_key = line, False

    def take_key(self, line):
        key, person = from_base64(line["key"]), self.person
        if person is None or person["person"] != line["person"] or person["erased"] is not None or self.has_key:
            self.find("malformed")
        if key is None or len(key) != 32:
            self.find("malformed")
        self.has_key = True

    def take_end(self, line):
        self.log.take_end(line)
        if line["persons"] != self.persons:
            self.find("end", str(self.persons), str(line["persons"]))
        digest = base64.b64encode(self.digest.digest()).decode()
        if line["sha256"] != digest:
            self.find("digest", line["sha256"], digest)
        self.ended = True

    def finish(self):
        if not self.ended:
            self.find("truncated", "end")
        ahead = self.log.ahead() if self.log else None
        if ahead:
            self.find("rolled-back", str(ahead[0]), str(ahead[1]), until=ahead[0])

    def verdict(self):
        log, manifest = self.log, self.manifest if self.log else None
        return {
            "ok": self.finding is None,
            "tenant": manifest["tenant"] if manifest else None,
            "scope": manifest["scope"] if manifest else None,
            "events": log.events if log else 0,
            "checkpoints": log.checkpoints if log else 0,
            "kept": log.kept if log else 0,
            "persons": self.persons,
            "root": base64.b64encode(log.root() if log else sha256(b"")).decode(),
            "key": self.key[0] if self.key else None,
            "finding": self.finding,
        }


def unpacked(stream):
    """Chunks of a file, unpacked where it is compressed with gzip. Raises zlib.error where it is damaged or cut."""
    first = stream.read(1 << 16)
    if first[:2] != b"\x1f\x8b":
        while first:
            yield first
            first = stream.read(1 << 16)
        return
    inflate, data = zlib.decompressobj(31), first
    while data:
        yield inflate.decompress(data)
        data = inflate.unused_data if inflate.eof else b""
        if data[:2] == b"\x1f\x8b":
            inflate = zlib.decompressobj(31)
            continue
        if data:
            raise zlib.error("bytes behind the end")
        data = stream.read(1 << 16)
        if inflate.eof and data:
            raise zlib.error("bytes behind the end")
    if not inflate.eof:
        raise zlib.error("cut")


def verify(path, keys=None, kept=()):
    verifier = Verifier(keys, kept)
    rest = b""
    with open(path, "rb") as stream:
        try:
            for chunk in unpacked(stream):
                *lines, rest = (rest + chunk).split(b"\n")
                for line in lines:
                    verifier.take(line)
                if len(rest) > LONGEST:
                    verifier.find("malformed")
            if rest:
                verifier.find("truncated", "end")
            verifier.finish()
        except zlib.error as error:
            try:
                verifier.find("damaged", "gzip", str(error))
            except Found:
                pass
        except Found:
            pass
    return verifier.verdict()


# ---------------------------------------------------------------- the command


def self_test():
    """Published vectors: RFC 8032 (7.1), Go's signed notes, the reference tree of certificate-transparency."""
    for public_key, message, signature in (
        (
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
        (
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        ),
    ):
        arguments = [bytes.fromhex(each) for each in (public_key, message, signature)]
        assert is_signed(*arguments)
        assert not is_signed(arguments[0], arguments[1] + b"x", arguments[2])
        scalar = int.from_bytes(arguments[2][32:], "little") + L
        assert not is_signed(arguments[0], arguments[1], arguments[2][:32] + scalar.to_bytes(32, "little"))
    key = read_key("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    signature = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
    assert open_note(f"{text}\n— PeterNeumann {signature}\n", key) == text
    tree = Tree()
    for leaf in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"):
        tree.add(sha256(b"\x00" + bytes.fromhex(leaf)))
    assert tree.root().hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    print("ok")


def usage():
    print(__doc__.split("\n\n")[1], file=sys.stderr)
    return 2


def main(arguments):
    files, options = [], {}
    while arguments:
        word = arguments.pop(0)
        if word in ("--json", "--self-test"):
            options[word] = True
        elif word in ("--checkpoint", "--key") and arguments:
            options[word] = arguments.pop(0)
        elif word.startswith("--"):
            return usage()
        else:
            files.append(word)
    if options.get("--self-test"):
        self_test()
        return 0
    if not files:
        return usage()
    try:
        keys = kept = None
        if "--key" in options:
            with open(options["--key"], encoding="utf-8", newline="") as stream:
                keys = stream.read().split()
        if "--checkpoint" in options:
            with open(options["--checkpoint"], encoding="utf-8", newline="") as stream:
                kept = notes_of(stream.read())
        verdicts = [verify(file, keys, kept or ()) for file in files]
    except (OSError, UnicodeDecodeError) as error:
        print(error, file=sys.stderr)
        return 2
    for file, verdict in zip(files, verdicts):
        print(json.dumps(verdict, ensure_ascii=False) if options.get("--json") else said(file, verdict))
    return 0 if all(verdict["ok"] for verdict in verdicts) else 1


def said(file, verdict):
    finding = verdict["finding"]
    if finding is None:
        return f"{file}: {verdict['events']} events hold, {verdict['checkpoints']} checkpoints, root {verdict['root']}"
    where = f"line {finding['line']}, event {finding['position']}"
    if finding["until"] != finding["position"]:
        where += f" to {finding['until']}"
    return f"{file}: {finding['kind']} at {where}\n  expected {finding['expected']}\n  found    {finding['found']}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
