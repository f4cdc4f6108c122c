"""
The peer: GET user and GET session, written as back ends with Flask are: the session in Redis, the user's row by SQLAlchemy, a JSON envelope.

Run by gunicorn with two workers. Environment: PEER_REDIS and PEER_DATABASE, both URLs.
"""

import functools
import json
import os

import redis
from flask import Flask, g, jsonify, request
from flask_sqlalchemy import SQLAlchemy

IDLE_SECONDS = 24 * 3600

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = os.environ["PEER_DATABASE"]
app.json.ensure_ascii = False
database = SQLAlchemy(app)
sessions = redis.Redis.from_url(os.environ["PEER_REDIS"])


class User(database.Model):
    __tablename__ = "peer_user"

    id = database.Column(database.BigInteger, primary_key=True)
    name = database.Column(database.String(32), unique=True, nullable=False)
    mobile = database.Column(database.String(11), unique=True, nullable=False)
    avatar_url = database.Column(database.String(512))
    create_time = database.Column(database.DateTime, nullable=False)

    def to_dict(self):
        return {
            "user_id": self.id,
            "name": self.name,
            "mobile": self.mobile,
            "avatar": self.avatar_url or "",
            "avatar_url": self.avatar_url or "",
            "create_time": self.create_time.strftime("%Y-%m-%d %H:%M:%S"),
        }


def answer(errno, errmsg, **data):
    return jsonify(errno=errno, errmsg=errmsg, **data)


def signed_in(view):
    @functools.wraps(view)
    def checked():
        # as Passport does: every use makes the session live longer
        session = sessions.getex(f"peer:session:{request.cookies.get('session')}", ex=IDLE_SECONDS)
        if session is None:
            return answer("4101", "用户未登录")
        g.session = json.loads(session)
        return view()

    return checked


@app.get("/api/v1.0/user")
@signed_in
def user():
    found = database.session.get(User, g.session["user_id"])
    if found is None:
        return answer("4002", "无效操作")
    return answer("0", "OK", data=found.to_dict())


@app.get("/api/v1.0/session")
@signed_in
def session():
    return answer("0", "true", data={"user_id": g.session["user_id"], "name": g.session["name"]})
