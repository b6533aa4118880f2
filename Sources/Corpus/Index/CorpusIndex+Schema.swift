extension CorpusIndex {
    /// The tables. What a row says of its score is null in rows of files that are none.
    static let schema = """
        CREATE TABLE file (
          id INTEGER PRIMARY KEY,
          path TEXT NOT NULL UNIQUE,
          kind TEXT NOT NULL,
          status TEXT NOT NULL CHECK (status IN ('score', 'broken', 'other')),
          reason TEXT,
          bytes INTEGER NOT NULL,
          modified INTEGER NOT NULL,
          checksum TEXT,
          title TEXT, work TEXT, composer TEXT, rights TEXT, software TEXT,
          parts INTEGER, instruments TEXT,
          fifths INTEGER, mode TEXT, key TEXT, key_source TEXT, key_confidence REAL, keys INTEGER,
          meter TEXT, meters INTEGER, pickup REAL,
          measures INTEGER, odd_measures INTEGER,
          quarters REAL, played_quarters REAL, seconds REAL, tempo REAL,
          notes INTEGER, unpitched INTEGER, lowest INTEGER, highest INTEGER,
          polyphony INTEGER, part_polyphony INTEGER, lyrics INTEGER, fermatas INTEGER,
          quality TEXT,
          diagnostics INTEGER, worst TEXT,
          duplicate_group INTEGER, similarity REAL, copy_of TEXT,
          tune_group INTEGER,
          split TEXT CHECK (split IN ('train', 'valid', 'test'))
        );
        CREATE TABLE part (
          file INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
          number INTEGER NOT NULL,
          name TEXT NOT NULL, instrument TEXT NOT NULL, program INTEGER,
          staves INTEGER NOT NULL, voices INTEGER NOT NULL, notes INTEGER NOT NULL, unpitched INTEGER NOT NULL,
          lowest INTEGER, highest INTEGER, polyphony INTEGER NOT NULL, transposition INTEGER NOT NULL,
          lyrics INTEGER NOT NULL, fermatas INTEGER NOT NULL,
          PRIMARY KEY (file, number)
        ) WITHOUT ROWID;
        CREATE TABLE likeness (
          first TEXT NOT NULL, second TEXT NOT NULL,
          relation TEXT NOT NULL,
          of_first REAL NOT NULL, of_second REAL NOT NULL, of_tune REAL NOT NULL,
          transposition INTEGER NOT NULL, augmentation REAL NOT NULL,
          PRIMARY KEY (first, second)
        ) WITHOUT ROWID;
        CREATE TABLE outline (
          file INTEGER PRIMARY KEY REFERENCES file (id) ON DELETE CASCADE,
          notes BLOB NOT NULL
        );
        CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX file_checksum ON file (checksum);
        """
}
