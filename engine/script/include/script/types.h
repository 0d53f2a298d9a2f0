// The built-in classes. Each is made once, when the machine starts.
#pragma once

#include "script/objects/class.h"

namespace loopline::script {

// name in C++, name in Python, base
// clang-format off
#define LOOPLINE_EXCEPTIONS(X)                                              \
  X(exception, "Exception", base_exception)                                 \
  X(base_exception_group, "BaseExceptionGroup", base_exception)             \
  X(exception_group, "ExceptionGroup", base_exception_group)                \
  X(generator_exit, "GeneratorExit", base_exception)                        \
  X(keyboard_interrupt, "KeyboardInterrupt", base_exception)                \
  X(system_exit, "SystemExit", base_exception)                              \
  X(arithmetic_error, "ArithmeticError", exception)                         \
  X(floating_point_error, "FloatingPointError", arithmetic_error)           \
  X(overflow_error, "OverflowError", arithmetic_error)                      \
  X(zero_division_error, "ZeroDivisionError", arithmetic_error)             \
  X(assertion_error, "AssertionError", exception)                           \
  X(attribute_error, "AttributeError", exception)                           \
  X(buffer_error, "BufferError", exception)                                 \
  X(eof_error, "EOFError", exception)                                       \
  X(import_error, "ImportError", exception)                                 \
  X(module_not_found_error, "ModuleNotFoundError", import_error)            \
  X(lookup_error, "LookupError", exception)                                 \
  X(index_error, "IndexError", lookup_error)                                \
  X(key_error, "KeyError", lookup_error)                                    \
  X(memory_error, "MemoryError", exception)                                 \
  X(name_error, "NameError", exception)                                     \
  X(unbound_local_error, "UnboundLocalError", name_error)                   \
  X(os_error, "OSError", exception)                                         \
  X(blocking_io_error, "BlockingIOError", os_error)                         \
  X(child_process_error, "ChildProcessError", os_error)                     \
  X(connection_error, "ConnectionError", os_error)                          \
  X(broken_pipe_error, "BrokenPipeError", connection_error)                 \
  X(connection_aborted_error, "ConnectionAbortedError", connection_error)   \
  X(connection_refused_error, "ConnectionRefusedError", connection_error)   \
  X(connection_reset_error, "ConnectionResetError", connection_error)       \
  X(file_exists_error, "FileExistsError", os_error)                         \
  X(file_not_found_error, "FileNotFoundError", os_error)                    \
  X(interrupted_error, "InterruptedError", os_error)                        \
  X(is_a_directory_error, "IsADirectoryError", os_error)                    \
  X(not_a_directory_error, "NotADirectoryError", os_error)                  \
  X(permission_error, "PermissionError", os_error)                          \
  X(process_lookup_error, "ProcessLookupError", os_error)                   \
  X(timeout_error, "TimeoutError", os_error)                                \
  X(reference_error, "ReferenceError", exception)                           \
  X(runtime_error, "RuntimeError", exception)                               \
  X(not_implemented_error, "NotImplementedError", runtime_error)            \
  X(recursion_error, "RecursionError", runtime_error)                       \
  X(stop_async_iteration, "StopAsyncIteration", exception)                  \
  X(stop_iteration, "StopIteration", exception)                             \
  X(syntax_error, "SyntaxError", exception)                                 \
  X(indentation_error, "IndentationError", syntax_error)                    \
  X(tab_error, "TabError", indentation_error)                               \
  X(system_error, "SystemError", exception)                                 \
  X(type_error, "TypeError", exception)                                     \
  X(value_error, "ValueError", exception)                                   \
  X(unicode_error, "UnicodeError", value_error)                             \
  X(unicode_decode_error, "UnicodeDecodeError", unicode_error)              \
  X(unicode_encode_error, "UnicodeEncodeError", unicode_error)              \
  X(unicode_translate_error, "UnicodeTranslateError", unicode_error)        \
  X(warning, "Warning", exception)                                          \
  X(bytes_warning, "BytesWarning", warning)                                 \
  X(deprecation_warning, "DeprecationWarning", warning)                     \
  X(encoding_warning, "EncodingWarning", warning)                           \
  X(future_warning, "FutureWarning", warning)                               \
  X(import_warning, "ImportWarning", warning)                               \
  X(pending_deprecation_warning, "PendingDeprecationWarning", warning)      \
  X(resource_warning, "ResourceWarning", warning)                           \
  X(runtime_warning, "RuntimeWarning", warning)                             \
  X(syntax_warning, "SyntaxWarning", warning)                               \
  X(unicode_warning, "UnicodeWarning", warning)                             \
  X(user_warning, "UserWarning", warning)

#define LOOPLINE_ASYNC_EXCEPTIONS(X)                                        \
  X(cancelled_error, "CancelledError", base_exception)                      \
  X(invalid_state_error, "InvalidStateError", exception)                    \
  X(queue_empty, "QueueEmpty", exception)                                   \
  X(queue_full, "QueueFull", exception)                                     \
  X(broken_barrier_error, "BrokenBarrierError", runtime_error)              \
  X(broken_executor, "BrokenThreadPool", runtime_error)

#define LOOPLINE_BUILTIN_TYPES(X)                                           \
  X(none_type, "NoneType") X(not_implemented_type, "NotImplementedType") X(ellipsis_type, "ellipsis") \
  X(int_, "int") X(float_, "float") X(complex_, "complex") X(str, "str") X(bytes, "bytes") X(bytearray, "bytearray") X(memory_view, "memoryview") \
  X(tuple, "tuple") X(list, "list") X(dict, "dict") X(set, "set") X(frozenset, "frozenset") X(range, "range") X(slice, "slice") \
  X(function, "function") X(native_function, "builtin_function_or_method") X(native_method, "method_descriptor") X(bound_method, "method") \
  X(module, "module") X(cell, "cell") X(code, "code") X(frame, "frame") X(traceback, "traceback") \
  X(generator, "generator") X(coroutine, "coroutine") X(async_generator, "async_generator") X(async_generator_step, "async_generator_asend") X(coroutine_wrapper, "coroutine_wrapper") \
  X(property, "property") X(class_method, "classmethod") X(static_method, "staticmethod") X(super, "super") X(slot_descriptor, "member_descriptor") \
  X(mapping_proxy, "mappingproxy") X(dict_keys, "dict_keys") X(dict_values, "dict_values") X(dict_items, "dict_items") \
  X(generic_alias, "GenericAlias") X(union_type, "UnionType") X(weak_reference, "weakref")

// The classes of asyncio and its neighbours, made when the modules are first imported; null before.
#define LOOPLINE_ASYNC_TYPES(X) \
  X(future) X(task) X(handle) X(timer_handle) X(event_loop) X(context) X(context_var) X(token) \
  X(lock) X(event) X(condition) X(semaphore) X(bounded_semaphore) X(barrier) X(queue) X(priority_queue) X(lifo_queue) \
  X(timeout) X(task_group) X(runner) X(concurrent_future) X(executor)
// clang-format on

struct Types {
  Ref<Class> object;
  Ref<Class> type;
  Ref<Class> bool_;
  Ref<Class> base_exception;
#define LOOPLINE_DECLARE(name, ...) Ref<Class> name;
  LOOPLINE_EXCEPTIONS(LOOPLINE_DECLARE)
  LOOPLINE_ASYNC_EXCEPTIONS(LOOPLINE_DECLARE)
  LOOPLINE_BUILTIN_TYPES(LOOPLINE_DECLARE)
  LOOPLINE_ASYNC_TYPES(LOOPLINE_DECLARE)
#undef LOOPLINE_DECLARE
};

}  // namespace loopline::script
