// asyncio for scripts: the classes and functions of engine/loop as Python objects, in the module `_asyncio`.
//
// Each file binds one part and says in its head which file of CPython's asyncio it stands for. Objects of the loop are
// values of scripts as they are; what they look like to scripts is the class that Types has for their kind.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "../../builtins/common.h"
#include "loop/coroutine.h"
#include "loop/event_loop.h"
#include "loop/task.h"
#include "script/vm.h"

namespace loopline::script::asyncio {

/// The loop that runs in this thread; null after raising RuntimeError('no running event loop').
loop::EventLoop* running_loop(Vm& vm);
/// What making and dropping a task costs, in instructions: it is counted where scripts make one.
constexpr std::uint64_t kTaskCost = 1'100;

/// The running loop, else the one that the policy has for this thread. Null after raising.
Ref<loop::EventLoop> current_loop(Vm& vm);
/// A future that the script makes itself: the recording has it as an object, like a lock or a queue.
Value made_future(Vm& vm, Ref<loop::Future> future);
/// The loop a script passed, or the current one for None. Null after raising.
Ref<loop::EventLoop> loop_or_current(Vm& vm, const Value& given);
loop::EventLoop* as_loop(const Value& value) noexcept;
loop::Future* as_future(const Value& value) noexcept;
loop::Task* as_task(const Value& value) noexcept;
bool is_coroutine(const Value& value) noexcept;
/// What a task can run: a coroutine as it is; an object with a coroutine's methods (collections.abc.Coroutine) as one
/// that awaits it. Unset after raising TypeError.
Value coroutine_for_task(Vm& vm, const Value& value);

/// A callback of the loop around a callable of the script. `context` is a Context, or None for a copy of the current
/// one; null after raising.
Ref<loop::Callback> make_callback(Vm& vm, const Value& callable, std::span<const Value> arguments,
                                  const Value& context);
/// The script's callable behind a callback, or unset.
Value callable_of(const loop::Object& callback) noexcept;
/// FORMAT.md's `cb`: the qualified name of what is called, partials unwrapped.
std::string callback_name(Vm& vm, const Value& callable);
/// What reprlib makes of a value: big ones are shortened.
std::string short_repr(Vm& vm, const Value& value);
/// "f(1, 2)", as asyncio's reports show a call.
std::string call_repr(Vm& vm, const Value& callable, std::span<const Value> arguments, const Dict* keywords = nullptr);
/// The same with " at main.py:3" where it is known.
std::string call_repr_with_place(Vm& vm, const Value& callable, std::span<const Value> arguments);
std::string callback_repr(Vm& vm, loop::Object& callback);

/// A line of asyncio's own for who has set logging up to see its debug lines. False after raising.
bool log_debug(Vm& vm, const char* format, Value argument);

/// asyncio.iscoroutinefunction.
bool is_coroutine_function(Vm& vm, Value callable);
/// loop.run_in_executor: None means the loop's own pool.
Value run_in_executor(Vm& vm, loop::EventLoop& loop, const Value& executor, const Value& callable, Tuple& arguments);

/// "<Future pending cb=[…]>"; a task puts its name and coroutine behind the state.
std::string future_repr_text(Vm& vm, const loop::Future& future, const std::string& class_name,
                             const std::string& after_state);

/// A coroutine of the library as an object for scripts. `name` as in FORMAT.md, a literal.
template <class T>
Value coroutine(Vm& vm, loop::Coroutine<T>&& made, const char* name) {
  return Value(std::move(made).named(name, vm.runtime()).object());
}
/// A coroutine that raises: for arguments that CPython checks only when the coroutine runs.
Value raising_coroutine(Vm& vm, Ref<loop::Exception> exception, const char* name);
/// Leaves a native coroutine with what the machine has raised.
[[noreturn]] void throw_error(Vm& vm);

/// Seconds, or None for no limit. False after raising.
bool seconds_or_none(Vm& vm, const Value& value, std::optional<loop::Duration>& result);
bool seconds(Vm& vm, const Value& value, loop::Duration& result);
/// As Python shows a time: seconds as a float.
Value seconds_value(loop::Duration duration);

/// Makes read-only attributes writable: the property's setter gets the object and the value.
void define_setter(Vm& vm, Class& cls, std::string_view name, NativeCode code);
/// A class of asyncio: in the module, with CPython's __module__.
Ref<Class> make_class(Vm& vm, Module& module, std::string_view name, std::string_view python_module,
                      Class* base = nullptr, loop::ObjectKind kind = loop::ObjectKind::other);
void add_to(Vm& vm, Module& module, std::string_view name, Value value);

// The parts, each called once when the module is made.
void add_context_variables(Vm& vm, Module& module);
void add_handles(Vm& vm, Module& module);
void add_futures(Vm& vm, Module& module);
/// The methods that Future and Task have in common.
void add_future_methods(Vm& vm, Class& cls);
void add_tasks(Vm& vm, Module& module);
void add_event_loop(Vm& vm, Module& module);
void add_combinators(Vm& vm, Module& module);
void add_timeouts(Vm& vm, Module& module);
void add_locks(Vm& vm, Module& module);
void add_queues(Vm& vm, Module& module);
void add_executors(Vm& vm, Module& module);
void add_runner(Vm& vm, Module& module);

}  // namespace loopline::script::asyncio
