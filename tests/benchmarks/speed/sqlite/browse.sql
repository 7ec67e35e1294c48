SELECT id, title_en, title_fr FROM records WHERE kind = :kind LIMIT :limit
