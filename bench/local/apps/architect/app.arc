@app
hello

@http
get /hello/:name
