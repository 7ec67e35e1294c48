SELECT id, records.title_en, records.title_fr, snippet(words, -1, '<b>', '</b>', '…', 30)
FROM words JOIN records ON records.at = words.rowid
WHERE words MATCH :words AND (:kind IS NULL OR kind = :kind)
ORDER BY rank
LIMIT :limit
