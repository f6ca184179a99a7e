"""The tests themselves: no network is ever reached."""

import socket

import pytest


def test_another_machine_can_not_be_reached() -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_STREAM) as stream,
        pytest.raises(AssertionError, match="tried to reach the network"),
    ):
        stream.connect(("192.0.2.1", 80))
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams,
        pytest.raises(AssertionError, match="tried to reach the network"),
    ):
        datagrams.sendto(b"", ("192.0.2.1", 53))


def test_a_name_can_not_be_looked_up() -> None:
    with pytest.raises(AssertionError, match=r"tried to look up 'example\.com'"):
        socket.getaddrinfo("example.com", 443)


def test_sockets_between_processes_of_this_machine_work() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.sendall(b"x")
        assert theirs.recv(1) == b"x"
