// The built-in classes and functions, installed when a machine starts. Each file of src/builtins installs its own part.
#pragma once

namespace loopline::script {

class Vm;

void install_object_and_type(Vm& vm);
void install_functions(Vm& vm);  // function, method, cell, property, classmethod, staticmethod, super
void install_exceptions(Vm& vm);
void install_generators(Vm& vm);  // generator, coroutine, async_generator
void install_int(Vm& vm);         // int, bool
void install_float(Vm& vm);
void install_complex(Vm& vm);
void install_number_functions(Vm& vm);
void install_text_functions(Vm& vm);
void install_str(Vm& vm);
void install_bytes(Vm& vm);  // bytes, bytearray
void install_memory_view(Vm& vm);
void install_sequences(Vm& vm);  // list, tuple, range, slice
void install_dict(Vm& vm);
void install_set(Vm& vm);
void install_iterators(Vm& vm);      // enumerate, zip, map, filter, reversed
void install_generic_types(Vm& vm);  // list[int], int | str
void install_builtin_functions(Vm& vm);

}  // namespace loopline::script
