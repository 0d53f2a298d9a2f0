// The virtual machine: runs code, and does to values what Python's operations do.
//
// Errors. An operation that can raise returns an unset Value (or -1, or false, or null: said at each) after it has set
// the current thread's error; the caller cleans up and returns the same way. raise() and its relatives set the error
// and return an unset Value, so that `return vm.type_error("…")` reads as it should. No C++ exception passes the
// machine.
//
// Ownership. Values are counted; arguments are borrowed for the call. Native code must not keep a Value beyond the run.
#pragma once

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "loop/host.h"
#include "loop/runtime.h"
#include "script/bytecode.h"
#include "script/code.h"
#include "script/frame.h"
#include "script/limits.h"
#include "script/names.h"
#include "script/objects/big_int.h"
#include "script/objects/class.h"
#include "script/objects/dict.h"
#include "script/objects/exception_object.h"
#include "script/objects/function.h"
#include "script/objects/generator.h"
#include "script/objects/sequences.h"
#include "script/objects/set.h"
#include "script/objects/str.h"
#include "script/objects/weak_reference.h"
#include "script/observer.h"
#include "script/thread_state.h"
#include "script/types.h"
#include "script/value.h"

namespace loopline::script {

class ModuleRegistry;
class ScriptHost;

/// Positional and keyword arguments of a call, borrowed.
struct CallArguments {
  std::span<const Value> positional;
  std::span<const Value> keyword_values;
  const Tuple* keyword_names = nullptr;  // as many as keyword_values, or null
};

enum class Comparison : std::uint8_t { equal, not_equal, less, less_equal, greater, greater_equal };
enum class BinaryOp : std::uint8_t {
  add,
  subtract,
  multiply,
  divide,
  floor_divide,
  modulo,
  power,
  left_shift,
  right_shift,
  bit_and,
  bit_or,
  bit_xor,
  matrix_multiply,
};

class Vm {
 public:
  /// The runtime's host must be the ScriptHost of this machine: make the machine first, then the runtime with host().
  /// The observer may be null; it outlives the machine.
  Vm(const Limits& limits, Observer* observer);
  ~Vm();
  Vm(const Vm&) = delete;
  Vm& operator=(const Vm&) = delete;

  loop::Host& host() noexcept;
  void attach(loop::Runtime& runtime);
  loop::Runtime& runtime() noexcept { return *m_runtime; }
  /// Nothing of the program may run any more, at least not in this thread.
  bool has_ended() const noexcept;
  Observer* observer() const noexcept { return m_observer; }
  const Limits& limits() const noexcept { return m_limits; }
  ModuleRegistry& modules() noexcept { return *m_modules; }
  Types& types() noexcept { return *m_types; }
  const Names& names() const noexcept { return *m_names; }
  Dict& builtins() noexcept { return *m_builtins; }
  /// The builtins that a script gave its namespace instead of these (`{"__builtins__": {}}`), or null.
  const Dict* own_builtins(const Dict& globals) const noexcept;
  /// True while behaviour that 3.11 has dropped is offered (front matter `legacy: true`).
  bool legacy = false;

  // ---- running programs ------------------------------------------------------------------------------------------
  /// Compiles and runs a module's code in `globals`. An unset value means it raised.
  Value run_module(const Ref<Source>& source, const Ref<Dict>& globals);
  Value run_code(const Ref<Code>& code, const Ref<Dict>& globals, Ref<Dict> names);
  /// Compiled code, or null after raising SyntaxError.
  Ref<Code> compile(const Ref<Source>& source);
  /// For exec(), eval() and what is typed at a prompt: names live in the namespace the code is run in.
  enum class CompileMode : std::uint8_t { exec, eval, single };
  Ref<Code> compile_namespace_code(const Ref<Source>& source, CompileMode mode);

  // ---- the current thread ----------------------------------------------------------------------------------------
  ThreadState& thread() noexcept;
  bool has_error() noexcept { return static_cast<bool>(thread().error); }
  /// Takes the exception in flight away.
  Ref<loop::Exception> take_error() noexcept { return std::move(thread().error); }
  /// The exception that an except clause is handling, innermost first; null if there is none.
  ExceptionObject* handled_exception() noexcept;

  // ---- raising -----------------------------------------------------------------------------------------------------
  Value raise(const Ref<loop::Exception>& exception);
  Value raise(Class& cls, std::string message);
  Value raise(Class& cls, std::initializer_list<Value> args);
  Value type_error(std::string message);
  Value value_error(std::string message);
  Value runtime_error(std::string message);
  Value attribute_error(std::string message);
  Value index_error(std::string message);
  Value key_error(const Value& key);
  void raise_name_error(const Str& name);
  void raise_import_error(const std::string& module, const Str& name);
  void raise_module_not_found(const std::string& name);
  Value overflow_error(std::string message);
  Value stop_iteration(Value value = Value::none());
  Ref<ExceptionObject> make_exception(Class& cls, std::string message);
  Ref<ExceptionObject> make_exception(Class& cls, std::span<const Value> args);
  /// Whether the exception in flight is of the class; if so it is taken away.
  bool catch_error(Class& cls);
  /// Hands an Outcome of the loop to a script: its value, or raises.
  Value from_outcome(loop::Outcome outcome);
  /// What the script raised, as the loop wants it: the value, or the exception in flight.
  loop::Outcome to_outcome(Value value);
  /// Ends the run: a limit. Nothing catches it.
  Value reach_limit(std::string what, std::string message);
  const std::optional<LimitReached>& limit_reached() const noexcept { return m_limit_reached; }
  /// A wish from outside to end the run, looked at now and then; not owned, null for none.
  void set_cancel(const std::atomic<bool>* requested) noexcept { m_cancel = requested; }

  // ---- making values -----------------------------------------------------------------------------------------------
  Value str(std::string_view text);
  Ref<Str> intern(std::string_view text);
  /// The string of one ASCII character.
  const Ref<Str>& character(char ascii) const noexcept { return m_characters[static_cast<unsigned char>(ascii)]; }
  Value tuple(std::initializer_list<Value> items) { return Tuple::create(items); }
  Value list(std::vector<Value> items) { return make<List>(std::move(items)); }
  Value integer(std::uint64_t number);
  Ref<Dict> dict() { return make<Dict>(); }

  // ---- classes -----------------------------------------------------------------------------------------------------
  Class& class_of(const Value& value) const noexcept;
  /// "int", "Point", "_asyncio.Task": the class as error messages name it.
  std::string type_name(const Value& value) const;
  bool is_instance(const Value& value, const Class& cls) const noexcept { return class_of(value).derives_from(cls); }
  /// isinstance() with everything it accepts: 1, 0, or -1 after raising.
  int is_instance(const Value& value, const Value& classes);
  int is_subclass(const Value& cls, const Value& classes);
  /// The value behind an instance of a script's class that derives from a built-in one; else the value itself.
  static const Value& core(const Value& value) noexcept {
    if (value.is_object(kind::instance)) {
      const Value& wrapped = value.as<Instance>()->wrapped;
      if (wrapped.is_set()) return wrapped;
    }
    return value;
  }
  template <class T>
  static T* core_as(const Value& value, loop::ObjectKind kind) noexcept {
    return as_kind<T>(core(value), kind);
  }
  /// The cached method of a class, or unset. The value is borrowed from the cache.
  const Value& special(Class& cls, Special which);
  /// Makes a class: the whole of `class X(bases, **keywords)`.
  Value make_class(const Ref<Str>& name, std::span<const Value> bases, const Ref<Dict>& namespace_,
                   const Dict* keywords, Class* meta = nullptr);
  Value raise_metaclass_conflict();
  Value build_class(Function& body, const Ref<Str>& name, std::span<const Value> bases, const Dict* keywords);
  /// Class attributes changed: inline caches and special methods are looked up again.
  void classes_changed() noexcept { ++m_class_epoch; }
  std::uint64_t class_epoch() const noexcept { return m_class_epoch; }
  /// Makes an instance: cls(*args, **kwargs).
  Value instantiate(Class& cls, const CallArguments& arguments);
  /// object.__new__(cls): an instance without its __init__.
  Value new_instance(Class& cls, const CallArguments& arguments);
  /// What a built-in class's __new__ gives for `cls`: the value itself if it is that class, else an instance of the
  /// derived class around it. Unset after raising (`cls` is no class, or none that derives from it).
  Value finish_new(const Value& cls, Class& builtin, Value core);
  /// What @abstractmethod has marked: 1, 0, or -1 after raising.
  int is_abstract_method(const Value& value);
  static bool has_finalizer(Class& cls) noexcept;
  static void finalize_instance(Instance& instance) noexcept;

  // ---- attributes --------------------------------------------------------------------------------------------------
  Value get_attr(const Value& object, Str& name);
  Value get_attr(const Value& object, std::string_view name) { return get_attr(object, *intern(name)); }
  /// The attribute, or unset without an error if there is none. Other errors stay.
  Value find_attr(const Value& object, Str& name);
  Value find_attr(const Value& object, std::string_view name) { return find_attr(object, *intern(name)); }
  bool set_attr(const Value& object, Str& name, const Value& value);
  bool delete_attr(const Value& object, Str& name);
  /// Binds what was found on a class to an instance: methods, properties, descriptors.
  Value bind(const Value& found, const Value& object, Class& cls);
  Value class_attr(Class& cls, Str& name, bool& found);
  /// The lookup of object.__getattribute__, without __getattr__; unset without an error: not found.
  Value generic_get_attr(const Value& object, Class& cls, Str& name);
  bool generic_set_attr(const Value& object, Class& cls, Str& name, const Value* value);
  Value raise_no_attribute(const Value& object, const Str& name);
  /// The instance dictionary of an object that has one, made if need be; null else.
  Dict* attributes_of(const Value& object, bool make);
  std::vector<Ref<Str>> dir(const Value& object);

  // ---- calling -----------------------------------------------------------------------------------------------------
  Value call(const Value& callable, const CallArguments& arguments);
  Value call(const Value& callable, std::initializer_list<Value> arguments) {
    return call(callable, CallArguments{{arguments.begin(), arguments.size()}, {}, nullptr});
  }
  Value call(const Value& callable, std::span<const Value> arguments) {
    return call(callable, CallArguments{arguments, {}, nullptr});
  }
  /// The same with keywords from a dictionary, or null.
  Value call_with_dict(const Value& callable, std::initializer_list<Value> positional, const Dict* keywords);
  Value call_method(const Value& object, std::string_view name, std::initializer_list<Value> arguments = {});
  /// Calls a special method if the class has it; `found` says whether it has.
  Value call_special(const Value& object, Special which, std::initializer_list<Value> arguments, bool& found);
  bool is_callable(const Value& value);
  Value call_native(NativeFunction& function, const Value* self, const CallArguments& arguments);
  /// Whether a native method may be called with this first argument: its class's instances only, and for __new__ the
  /// class and those that derive from it. False after raising.
  bool accepts_receiver(const NativeFunction& function, const Value& self) {
    if (function.owner == nullptr) return true;
    const Class* made = function.is_method ? &class_of(self) : as_class(self);
    return (made != nullptr && made->derives_from(*function.owner)) || refuse_receiver(function, self);
  }

  // ---- operations --------------------------------------------------------------------------------------------------
  /// 1, 0, or -1 after raising.
  int truth(const Value& value);
  Value binary(BinaryOp op, const Value& left, const Value& right, bool in_place = false);
  Value negative(const Value& value);
  Value positive(const Value& value);
  Value invert(const Value& value);
  Value absolute(const Value& value);
  Value compare(Comparison op, const Value& left, const Value& right);
  /// Comparison as a boolean: 1, 0, or -1 after raising.
  int compare_bool(Comparison op, const Value& left, const Value& right);
  int equals(const Value& left, const Value& right);
  // The built-in types' part of the operations below, for their special methods. `handled` is false for other types.
  Value builtin_get_item(const Value& object, const Value& key, bool& handled);
  bool builtin_set_item(const Value& object, const Value& key, const Value& value, bool& handled);
  bool builtin_delete_item(const Value& object, const Value& key, bool& handled);
  std::int64_t builtin_length(const Value& value) const noexcept;
  Value builtin_iter(const Value& value);
  /// What the special methods of built-in classes give: NotImplemented where the types do not know each other.
  Value compare_native(Comparison op, const Value& left, const Value& right);
  Value builtin_binary(BinaryOp op, const Value& left, const Value& right, bool in_place);
  /// left | right for types; unset without an error if they are none.
  Value make_union(const Value& left, const Value& right);
  /// The types of a union, nullopt if the value is none.
  std::optional<std::vector<Value>> union_members(const Value& value);
  /// id(): a number for each object, given at the first request; never an address.
  std::int64_t identity_number(Object& object) { return m_objects.number_of(object); }
  /// id() of any value.
  std::int64_t id(const Value& value);
  ObjectTable& objects() noexcept { return m_objects; }
  int contains(const Value& container, const Value& item);
  Value get_item(const Value& object, const Value& key);
  bool set_item(const Value& object, const Value& key, const Value& value);
  bool delete_item(const Value& object, const Value& key);
  /// False after raising (unhashable).
  bool hash(const Value& value, std::int64_t& result);
  /// -1 after raising.
  std::int64_t length(const Value& value);
  /// __index__ of any size: an int or BigInt; unset after raising.
  Value index_value(const Value& value);
  /// __index__: false after raising. Clamps numbers beyond 64 bits if asked to, else OverflowError.
  bool index(const Value& value, std::int64_t& result, bool clamp = false);
  /// A float from a number (__float__ included): false after raising.
  bool to_double(const Value& value, double& result);
  bool slice_indices(const Slice& slice, std::size_t length, SliceIndices& result);

  // ---- iterating ---------------------------------------------------------------------------------------------------
  Value iter(const Value& value);
  /// The next value; unset at the end, and unset with an error if it raised.
  Value next(const Value& iterator);
  /// The same, but the end raises StopIteration, with a generator's result in it.
  Value next_or_raise(const Value& iterator);
  /// Calls `each` for every value until it returns false. False if iterating or `each` raised.
  bool iterate(const Value& iterable, const std::function<bool(Value)>& each);
  /// All values; nullopt after raising.
  std::optional<std::vector<Value>> to_vector(const Value& iterable);

  // ---- texts -------------------------------------------------------------------------------------------------------
  /// A Str; unset after raising.
  Value repr(const Value& value);
  Value to_str(const Value& value);
  Value ascii(const Value& value);
  Value format(const Value& value, const Value& spec);
  /// text % values
  Value builtin_repr(const Value& value);
  Value builtin_format(const Value& value, std::string_view spec);
  /// "0x7f0000000010": stands for the object's address, the same in every run.
  std::string address_of(const Value& value);
  Value format_percent(const Value& text, const Value& values);
  Value format_bytes_percent(const Value& bytes, const Value& values);
  std::optional<std::string> repr_text(const Value& value);
  std::optional<std::string> str_text(const Value& value);
  /// repr for logs and messages: what it raises becomes "<repr failed>".
  std::string safe_repr(const Value& value);

  // ---- dictionaries with any keys ----------------------------------------------------------------------------------
  /// The value or unset; an error only if hashing or comparing raised.
  Value dict_get(const Dict& dict, const Value& key);
  bool dict_set(Dict& dict, const Value& key, Value value);
  /// dict.update(source): a mapping or pairs. `not_a_mapping` raises what is right for the place.
  bool update_dict(Dict& target, const Value& source, const std::function<void()>& not_a_mapping);
  /// 1 if it was there, 0 if not, -1 after raising.
  int dict_delete(Dict& dict, const Value& key);

  // ---- generators --------------------------------------------------------------------------------------------------
  /// Drives a generator or coroutine from native code.
  loop::StepKind resume(Generator& generator, Value sent, Value& out);
  loop::StepKind resume_raising(Generator& generator, Ref<loop::Exception> exception, Value& out);
  /// The coroutine object behind an awaitable value for a task: itself, or a wrapper around its __await__; null after
  /// raising TypeError.
  Ref<loop::CoroutineObject> as_coroutine(const Value& awaitable);
  /// A coroutine object that goes through an iterator, as what __await__ returned. FORMAT.md calls it "awaitable".
  Ref<loop::CoroutineObject> make_awaitable_wrapper(Value iterator);
  /// The other way: an iterator over a coroutine or future, what its __await__ returns.
  Value make_coroutine_wrapper(Value coroutine);
  /// One step of an asynchronous generator; `is_value`: it gave one of its values (in `out`).
  loop::StepKind resume_async(AsyncGeneratorObject& generator, Value sent, Ref<loop::Exception> exception, Value& out,
                              bool& is_value);
  void coroutine_never_awaited(const loop::CoroutineObject& coroutine);

  // ---- native functions and modules --------------------------------------------------------------------------------
  Ref<NativeFunction> make_native(const NativeDefinition& definition, std::string_view owner = {});
  void define_methods(Class& cls, std::span<const NativeDefinition> methods);
  void define_static_methods(Class& cls, std::span<const NativeDefinition> methods);
  void define_class_methods(Class& cls, std::span<const NativeDefinition> methods);
  /// Read-only attributes computed by a function of the object.
  void define_getters(Class& cls, std::span<const NativeDefinition> getters);
  void define_functions(Module& module, std::span<const NativeDefinition> functions);
  void add_builtin(std::string_view name, Value value);
  /// From now on objects of the loop's kind are instances of the class.
  void set_class_of_kind(loop::ObjectKind kind, Class& cls) noexcept {
    m_class_by_kind[static_cast<std::size_t>(kind)] = &cls;
  }
  /// Prints the repr of its argument unless it is None.
  Value display_function();
  Ref<Class> make_builtin_class(std::string_view name, Class* base, loop::ObjectKind kind = loop::ObjectKind::other);
  /// A class of a native module: in the module, kept as long as the machine. `python_module` is its __module__.
  Class& make_library_class(Module& module, std::string_view name, std::string_view python_module,
                            Class* base = nullptr);
  Value import(const Ref<Str>& name, const Value& from_list, int level);
  /// The whole source of a running script frame, for super() and error messages.
  Frame* script_frame() noexcept;
  /// locals() of a frame: its variables by name, or the namespace of a module or class body.
  Ref<Dict> locals_of(Frame& frame);

  // ---- output, limits ----------------------------------------------------------------------------------------------
  /// False after raising (a limit).
  bool write(Stream stream, std::string_view text);
  /// Called now and then by the machine and by long native loops: limits, signals, the end of the run. False after
  /// raising.
  bool check_interrupts();
  /// Counts native work against the instruction limit. False after raising.
  bool spend(std::uint64_t instructions) {
    if (m_budget > static_cast<std::int64_t>(instructions)) {
      m_budget -= static_cast<std::int64_t>(instructions);
      return true;
    }
    return spend_more(instructions);
  }
  /// The same for what a single slice of the budget does not cover.
  bool spend_more(std::uint64_t instructions);
  /// Refuses a text or list that would be too long. False after raising MemoryError.
  bool check_size(std::uint64_t bytes);
  /// Whether the run's memory may grow by so much. False after raising (a limit).
  bool check_memory(std::uint64_t more);
  std::uint64_t instructions_used() const noexcept;

  // ---- reports -----------------------------------------------------------------------------------------------------
  /// The text of an exception as the interpreter prints it, traceback first, chained exceptions before it.
  std::string format_exception(const Value& exception, bool with_suggestions = true);
  /// The last lines only: "ValueError: x", notes included.
  std::string format_exception_only(const Value& exception, bool with_suggestions = false);
  std::string format_traceback(const Traceback* traceback);
  /// A report of the interpreter's own (an exception in a callback, a task destroyed pending): people see it on stderr.
  void report(const std::string& text);
  /// Through the logger "asyncio", if logging is in use. Null, or what must leave the loop.
  Ref<loop::Exception> log_asyncio_error(const std::string& text);
  /// What nobody else can hear: an exception in a finaliser.
  void report_unraisable(const Ref<loop::Exception>& exception, std::string_view where, const Value& object);

  /// Classes of the native iterators that scripts meet under no name of their own.
  struct IteratorClasses {
    Ref<Class> list, tuple, range, dict_keys, dict_values, dict_items, str, set, bytes, sequence, callable;
    Ref<Class> list_reversed, dict_keys_reversed, dict_values_reversed, dict_items_reversed, long_range;
    Ref<Class> enumerate, zip, map, filter, reversed, anext, bytearray;
  };
  const IteratorClasses& iterator_classes() const noexcept { return m_iterator_classes; }

  // For the interpreter's own files.
  std::int64_t& budget() noexcept { return m_budget; }
  Value make_generator(Ref<Frame> frame);
  void fill_closure(Frame& frame);
  bool uses_plain_new(Class& cls);
  int recursion_limit() const noexcept { return m_recursion_limit; }
  void set_recursion_limit(int limit) noexcept { m_recursion_limit = limit; }
  /// Classes whose single positional pattern is the value itself (int, str, list …).
  bool matches_itself(const Class& cls) const noexcept;
  bool is_part_of_group(const Value& exception, const Value& group);
  Value project_group(const Value& group, const std::vector<Value>& keep);
  /// Adds a level to the traceback of the exception in flight.
  void add_traceback(Frame& frame);
  /// Sets the context of an exception that is about to be raised to the one being handled.
  void chain_context(loop::Exception& exception);

 private:
  friend class Interpreter;
  friend class ScriptHost;
  Value binary_by_methods(BinaryOp op, const Value& left, const Value& right, bool in_place, bool& decided);
  Value raise_unsupported(BinaryOp op, const Value& left, const Value& right, bool in_place);
  Value set_binary(BinaryOp op, const Value& left, const Value& right, bool in_place);
  Value unary_by_method(const Value& value, Special which, const char* symbol);
  Value compare_by_methods(Comparison op, const Value& left, const Value& right);
  Value repr_of_object(const Value& value);
  std::string format_syntax_error(const Value& exception);
  std::string format_one_exception(const Value& exception, bool with_suggestions, int depth);
  std::string format_chain(const Value& exception, bool with_suggestions, int depth);
  Value call_with_self_first(const Value& function, const Value& first, const CallArguments& arguments);
  bool call_init_subclass(Class& cls, const Dict* keywords);
  bool choose_layout(Class& cls);
  Value new_wrapped(Class& cls, const CallArguments& arguments);
  bool check_abstract(Class& cls);
  bool set_list_slice(List& list, const Slice& slice, const Value& value);
  Value super_attr(const Super& super, Str& name);
  Value module_attr(Module& module, Str& name);
  bool allows_slot(const Class& cls, const Str& name) const;
  bool set_class_attr(Class& cls, Str& name, const Value* value);
  bool set_function_attr(Function& function, const Str& name, const Value* value);
  bool set_exception_attr(ExceptionObject& exception, const Str& name, const Value* value);
  Ref<Frame> make_frame(Function& function, const CallArguments& arguments);
  bool bind_arguments(Function& function, Frame& frame, const CallArguments& arguments);
  void raise_too_many(const Function& function, const Frame& frame, std::size_t given);
  bool bind_native(const NativeFunction& function, std::vector<Value>& bound, const std::vector<Value>& positional,
                   const CallArguments& arguments, std::size_t hidden);
  void raise_native_count(const NativeFunction& function, std::size_t given, std::size_t hidden);
  std::string native_name(const NativeFunction& function) const;
  bool refuse_receiver(const NativeFunction& function, const Value& self);
  Value call_with_self(const Value& method, const Value& self, const CallArguments& arguments);
  void bootstrap();

  Limits m_limits;
  Observer* m_observer;
  loop::Runtime* m_runtime = nullptr;
  std::unique_ptr<ScriptHost> m_host;
  ObjectTable m_objects;
  std::unique_ptr<Types> m_types;
  std::unique_ptr<Names> m_names;
  std::unique_ptr<ModuleRegistry> m_modules;
  Ref<Dict> m_builtins;
  std::unordered_map<std::string_view, Ref<Str>> m_interned;
  std::array<Ref<Str>, 128> m_characters;
  std::array<Class*, kKindCount> m_class_by_kind{};
  IteratorClasses m_iterator_classes;
  std::vector<Ref<Class>> m_other_classes;
  Value m_object_new;
  Value m_object_init;
  std::uint64_t m_class_epoch = 1;
  int m_recursion_limit = 1000;
  std::int64_t m_budget = 0;
  std::uint64_t m_instructions_granted = 0;
  std::size_t m_output_bytes = 0;
  std::optional<LimitReached> m_limit_reached;
  const std::atomic<bool>* m_cancel = nullptr;
  ThreadState m_unattached_thread;  // until there is a runtime
};

}  // namespace loopline::script
