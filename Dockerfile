# The application and its worker: the steps of `make run`, without the embedded database.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 \
    STATIC_ROOT=/app/collected \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1

WORKDIR /app

# Wheels only: the image has no compiler, so a lock that needed one fails here and not later.
COPY requirements/base.txt requirements/base.txt
RUN pip install --require-hashes --only-binary=:all: -r requirements/base.txt

COPY . .

# The example environment has valid but fictional values, enough to collect files without a database.
RUN set -a && . deploy/production.env && set +a \
    && python manage.py collectstatic --noinput \
    && python -m compileall -q newsroom articles

# New named volumes take the owner of the folder they are mounted on.
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin newsroom \
    && install -d -o newsroom -g newsroom /srv/newsroom/media /srv/newsroom/static /srv/newsroom/edition \
    && install -d -o 101 -g 101 /srv/newsroom/pages /srv/newsroom/kept

ENV PYTHONDONTWRITEBYTECODE=1
USER 10001:10001
EXPOSE 8000
