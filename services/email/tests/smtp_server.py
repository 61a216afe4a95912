"""An SMTP server on a loopback port that answers as the reader's address asks it to.

Prints one JSON line when it listens, {"port": ...}, and one for each message it took. Ends when its input ends.
Local parts: `rcpt-550` is refused at RCPT with 550 (any code), `data-554` after DATA; `relay` and `sender` are refused at
RCPT for reasons that aren't the reader's; `hang-up` is taken in full and then the line goes dead; `silent` gets no answer.
A sender `refused@...` is refused at MAIL.
"""

import argparse
import asyncio
import base64
import json
import ssl
import sys

from aiosmtpd.smtp import AuthResult, LoginPassword, SMTP

WORDS = {
    "550": "550 5.1.1 <%s>: Recipient address rejected: User unknown",
    "552": "552 5.2.2 <%s>: Mailbox full",
    "554": "554 5.7.1 Message rejected as spam",
    "450": "450 4.2.0 <%s>: Greylisted, see you later",
    "451": "451 4.3.0 Try again later",
    "452": "452 4.2.2 Over quota for now",
    "relay": "554 5.7.1 <%s>: Relay access denied",
    "sender": "553 5.7.1 <post@time.example>: Sender address rejected: not owned by user",
}


def say(**line):
    print(json.dumps(line), flush=True)


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, options):
        if address.startswith("refused@"):
            return "550 5.1.0 <%s>: Sender refused" % address
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        wish = address.split("@")[0]
        if wish.startswith("rcpt-"):
            return WORDS[wish[5:]] % address if "%s" in WORDS[wish[5:]] else WORDS[wish[5:]]
        if wish in ("relay", "sender"):
            return WORDS[wish] % address if "%s" in WORDS[wish] else WORDS[wish]
        if wish == "silent":
            await asyncio.Event().wait()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        wish = envelope.rcpt_tos[0].split("@")[0]
        if wish.startswith("data-"):
            return WORDS[wish[5:]] % envelope.rcpt_tos[0] if "%s" in WORDS[wish[5:]] else WORDS[wish[5:]]
        say(
            mail_from=envelope.mail_from,
            rcpt_to=envelope.rcpt_tos,
            options=envelope.mail_options,
            hello=session.host_name,
            encrypted=server.transport.get_extra_info("ssl_object") is not None,
            user=getattr(session.auth_data, "login", b"").decode() or None,
            message=base64.b64encode(envelope.original_content).decode(),
        )
        if wish == "hang-up":
            server.transport.abort()
            await asyncio.Event().wait()
        return "250 2.0.0 Ok: queued as 4711 for <%s>" % envelope.rcpt_tos[0]


def authenticator(password):
    def check(server, session, envelope, mechanism, login):
        assert isinstance(login, LoginPassword)
        ok = login.password.decode() == password
        return AuthResult(success=ok, handled=False, auth_data=login)

    return check


async def main():
    options = argparse.ArgumentParser()
    options.add_argument("--certificate")
    options.add_argument("--key")
    options.add_argument("--tls", choices=["none", "starttls", "implicit"], default="none")
    options.add_argument("--password")
    options.add_argument("--no-utf8", action="store_true")
    given = options.parse_args()

    context = None
    if given.tls != "none":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(given.certificate, given.key)

    def connection():
        return SMTP(
            Handler(),
            hostname="mail.test",
            enable_SMTPUTF8=not given.no_utf8,
            tls_context=context if given.tls == "starttls" else None,
            require_starttls=given.tls == "starttls",
            auth_required=given.password is not None,
            auth_require_tls=given.tls == "starttls",
            authenticator=authenticator(given.password),
        )

    loop = asyncio.get_running_loop()
    implicit = context if given.tls == "implicit" else None
    server = await loop.create_server(connection, "127.0.0.1", 0, ssl=implicit)
    say(port=server.sockets[0].getsockname()[1])
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
