UPDATE pages SET seen = seen + 1, liked = liked + 1 WHERE url = '/';
