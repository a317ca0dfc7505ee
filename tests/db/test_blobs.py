import errno
import hashlib
import os
import resource

import pytest

from db.blobs import BlobStore
from db.errors import RecordError, StorageFullError

DATA = b"<html>captured bytes</html>" * 100
SHA256 = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def store(tmp_path):
    return BlobStore(tmp_path / "blobs")


def test_bytes_are_kept_under_their_hash(store):
    assert store.put(DATA) == SHA256
    assert store.get(SHA256) == DATA
    assert store.intact(SHA256) is True
    assert list(store.names()) == [SHA256]


def test_the_same_bytes_are_kept_once(store):
    store.put(DATA)
    before = store.path(SHA256).stat().st_ino
    assert store.put(DATA) == SHA256
    assert store.path(SHA256).stat().st_ino == before


def test_damaged_bytes_are_seen(store):
    store.put(DATA)
    store.path(SHA256).write_bytes(DATA.replace(b"captured", b"Captured"))
    assert store.intact(SHA256) is False


def test_damaged_bytes_are_made_good_when_they_come_again(store):
    store.put(DATA)
    store.path(SHA256).write_bytes(DATA[:10])
    store.put(DATA)
    assert store.intact(SHA256) is True


def test_bytes_that_are_gone_are_told_from_damaged_ones(store):
    assert store.intact(SHA256) is None
    with pytest.raises(RecordError, match="firsthand verify"):
        store.get(SHA256)


def test_a_full_disk_leaves_nothing_behind(store, monkeypatch):
    def no_space(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(StorageFullError, match="nothing of this change was kept"):
        store.put(DATA)
    assert [path for path in store.root.rglob("*") if path.is_file()] == []


def test_a_real_limit_on_file_size_leaves_nothing_behind(store):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, hard))
    try:
        with pytest.raises(StorageFullError):
            store.put(DATA)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(store.names()) == []
    assert store.put(DATA) == SHA256


def test_a_folder_that_is_a_file_is_explained(tmp_path):
    (tmp_path / "blobs").touch()
    with pytest.raises(RecordError, match="could not be written"):
        BlobStore(tmp_path / "blobs").put(DATA)


def test_half_written_files_are_not_listed(store):
    store.put(DATA)
    (store.path(SHA256).parent / ".abc.tmp").write_bytes(b"half")
    assert list(store.names()) == [SHA256]
