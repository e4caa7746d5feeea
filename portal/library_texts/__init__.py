"""Texts of libraries that people meet here, word for word, so that our catalogues carry them: a library has no nynorsk,
or says it in a way that fits no Norwegian noun."""
