"""Which tables does the cache have?

Everything here is derived and may be thrown away; VERSION changes whenever a table or its meaning does. `n` is the
number of one text: a changed release gets a new one, the old row stays with `live = 0` until the cache is rebuilt,
because the full-text table cannot forget. All other tables hold live releases only, so only a query on the
full-text table needs `live`. Spans are code points of the text; paragraphs count from 1 (the title), sentences from 0.
"""

import sqlite3

VERSION = 6

_TABLES = """
-- settings (JSON of releasecli.yaml), aliases (JSON of aliases.yaml), and what refresh needs to know
create table meta(key text primary key, value) without rowid;

-- candidates: JSON array; tags: ' a b ' with a blank around each; day/day_last: first and last ISO day of `published`
-- (null when unknown); path: of the record below the index; added/changed: UTC seconds, first text and last version;
-- cluster: a number its near-duplicates share (never null; its own n when alone); facts: version of the rules, 0 = none
-- yet; words: number of tokens
create table releases(
  n integer primary key, live integer not null default 1, id text not null, hash blob not null, title text not null,
  issuer text, issuer_id text, side text, category text, category_text text,
  published text, published_from text, candidates text, place text, language text, version integer not null,
  tags text, notes text, url text, format text, sha256 text, source_key text,
  path text, mtime_ns integer, size integer, day text, day_last text,
  added integer, changed integer, cluster integer, facts integer not null default 0, words integer not null default 0);
create unique index releases_id on releases(id) where live;
create index releases_path on releases(path, mtime_ns, size) where live;
create index releases_day on releases(day, day_last, n) where live;
create index releases_added on releases(added, n) where live;
create index releases_side on releases(side, day, n) where live;
create index releases_issuer on releases(issuer, issuer_id, day, n) where live;
create index releases_cluster on releases(cluster, day, n) where live;
create index releases_notes on releases(day, n) where notes is not null and live;
create index releases_facts on releases(facts, n) where live;

create table tags(tag text, n integer, primary key(tag, n)) without rowid;
create index tags_n on tags(n);

-- body: zlib of UTF-8, with one of the dictionaries
create table texts(n integer primary key, body blob not null);
create table dictionaries(n integer primary key, checksum integer not null, body blob not null);
create index dictionaries_checksum on dictionaries(checksum);
-- spans of the sentences, marks of the paragraphs; `spans.py` opens them
create table sentences(n integer primary key, spans blob not null, marks blob not null);
-- all that was found in a text; `packing.py` opens it with the text
create table facts(n integer primary key, body blob not null);

-- a person's corrections, JSON
create table corrections(n integer primary key, body text not null);

-- one row a date that may be an event, the ith time of its release; days and shape as in `dates.py`; sstart, send: its
-- sentence; digest: the folded words of the sentence, equal for equal sentences
create table times(
  n integer, i integer, start integer, "end" integer, value text, earliest integer, latest integer, shape integer,
  sstart integer, send integer, digest integer, primary key(n, i)) without rowid;

-- what releases are found and counted by (`facets.py`), from facet to release and back. kind: its place among KINDS;
-- value: a slug, a stance, a unit, a post (`posts.py`); name: of an entity, as first met, where it is not the slug with
-- capitals; facets: little-endian uint32
create table facets(facet integer primary key, kind integer not null, value text not null, name text);
create unique index facets_value on facets(value, kind);
create table held(facet integer, n integer, primary key(facet, n)) without rowid;
create table holds(n integer primary key, facets blob not null);

-- what ingest needs: which source key and which local path hold which release, and every text ever held: state is
-- 'live', 'earlier' (a version before) or 'deleted'
create table keys(key text primary key, id text) without rowid;
create table paths(uri text primary key, id text) without rowid;
create table hashes(hash blob, id text, state text, primary key(hash, id)) without rowid;
create index hashes_id on hashes(id);
-- inputs read before, unchanged as long as mark (time and size, or ETag and date) and options agree; told: JSON array,
-- the events of the releases in it that were not taken in
create table inputs(uri text primary key, options text, mark text, count integer, told text) without rowid;
-- near-duplicates: bands of each text's sketch; two texts that share one are compared
create table bands(band integer, n integer, primary key(band, n)) without rowid;
-- from the logs: UTC seconds of the first and the last text of each release ever held
create table logged(id text primary key, added integer, changed integer, deleted integer) without rowid;
-- folders of records and their times when last listed
create table folders(path text primary key, mtime_ns integer) without rowid;
-- records that cannot be read: file, line and reason; the last good form answers
create table broken(path text primary key, mtime_ns integer, size integer, message text) without rowid;
"""


def create(db: sqlite3.Connection) -> None:
    """Make every table but the full-text ones in an empty database."""
    db.executescript(_TABLES)
