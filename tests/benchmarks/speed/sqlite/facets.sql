WITH found AS MATERIALIZED (
    SELECT at, kind, place, year FROM records
    WHERE kind = :kind AND (:words IS NULL OR at IN (SELECT rowid FROM words WHERE words MATCH :words))
)
SELECT 'kind', kind, count(*) FROM found GROUP BY kind
UNION ALL SELECT 'place', place, count(*) FROM found GROUP BY place
UNION ALL SELECT 'year', year, count(*) FROM found GROUP BY year
UNION ALL SELECT 'topic', topic, count(*) FROM found JOIN topics ON record = at GROUP BY topic
UNION ALL SELECT 'language', language, count(*) FROM found JOIN languages ON record = at GROUP BY language
