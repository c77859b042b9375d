"""How good and how fast is it? One module a yardstick, each with `main(argv)`: `python -m benchmarks NAME`."""
