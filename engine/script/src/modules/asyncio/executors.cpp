// Threads that work for a loop (CPython: concurrent.futures._base and .thread, BaseEventLoop.run_in_executor). The
// parts in the script language are in concurrent/futures.
#include "bindings.h"
#include "loop/concurrent_future.h"
#include "loop/executor.h"

namespace loopline::script::asyncio {

namespace {

using loop::ConcurrentFuture;
using loop::ObjectKind;

/// What handing work to a thread and back costs, in instructions.
constexpr std::uint64_t kWorkCost = 2'500;

/// A call of the script's as work for a thread.
loop::Work work_of(Vm& vm, Value callable, Ref<Tuple> positional, Ref<Dict> keywords) {
  return [&vm, callable = std::move(callable), positional = std::move(positional),
          keywords = std::move(keywords)]() -> loop::Outcome {
    std::vector<Value> names;
    std::vector<Value> values;
    if (keywords) {
      for (const Dict::Entry& entry : keywords->entries()) {
        if (!entry.key.is_set()) continue;
        names.push_back(entry.key);
        values.push_back(entry.value);
      }
    }
    const Ref<Tuple> keyword_names = Tuple::create(names);
    return vm.to_outcome(vm.call(callable, CallArguments{positional->values(), values, keyword_names.get()}));
  };
}

// ---- Future ------------------------------------------------------------------------------------------------------

ConcurrentFuture* future_of(Vm& vm, const Value& self) {
  auto* future = Vm::core_as<ConcurrentFuture>(self, ObjectKind::concurrent_future);
  if (future == nullptr) vm.type_error("a concurrent.futures.Future is required, not " + vm.type_name(self));
  return future;
}

Value future_new(Vm& vm, Arguments /*args*/) { return make<ConcurrentFuture>(vm.runtime()); }

Value future_cancel(Vm& vm, Arguments args) {
  ConcurrentFuture* future = future_of(vm, args[0]);
  return future != nullptr ? Value(future->cancel()) : Value();
}

Value future_cancelled(Vm& vm, Arguments args) {
  const ConcurrentFuture* future = future_of(vm, args[0]);
  return future != nullptr ? Value(future->is_cancelled()) : Value();
}

Value future_running(Vm& vm, Arguments args) {
  const ConcurrentFuture* future = future_of(vm, args[0]);
  return future != nullptr ? Value(future->is_running()) : Value();
}

Value future_done(Vm& vm, Arguments args) {
  const ConcurrentFuture* future = future_of(vm, args[0]);
  return future != nullptr ? Value(future->is_done()) : Value();
}

Value future_result(Vm& vm, Arguments args) {
  ConcurrentFuture* future = future_of(vm, args[0]);
  std::optional<loop::Duration> timeout;
  if (future == nullptr || !seconds_or_none(vm, args[1], timeout)) return {};
  const Ref<ConcurrentFuture> keep(future);
  return vm.from_outcome(future->result(timeout));
}

Value future_exception(Vm& vm, Arguments args) {
  ConcurrentFuture* future = future_of(vm, args[0]);
  std::optional<loop::Duration> timeout;
  if (future == nullptr || !seconds_or_none(vm, args[1], timeout)) return {};
  const Ref<ConcurrentFuture> keep(future);
  return vm.from_outcome(future->exception(timeout));
}

Value future_add_done_callback(Vm& vm, Arguments args) {
  ConcurrentFuture* future = future_of(vm, args[0]);
  if (future == nullptr) return {};
  future->add_done_callback(args[1], [&vm](ConcurrentFuture& done, const Value& callable) {
    if (vm.call(callable, {Value(&done)}).is_set()) return;
    const Ref<loop::Exception> raised = vm.take_error();
    if (!raised || raised->is(loop::ExceptionKind::fatal)) return;
    vm.report("exception calling callback for " + vm.safe_repr(Value(&done)) + "\n" +
              vm.format_exception(Value(raised)));
  });
  return Value::none();
}

Value future_set_running(Vm& vm, Arguments args) {
  ConcurrentFuture* future = future_of(vm, args[0]);
  return future != nullptr ? Value(future->set_running_or_notify_cancel()) : Value();
}

Value future_set_result(Vm& vm, Arguments args) {
  ConcurrentFuture* future = future_of(vm, args[0]);
  if (future == nullptr) return {};
  if (Ref<loop::Exception> error = future->set_result(args[1])) return vm.raise(error);
  return Value::none();
}

Value future_set_exception(Vm& vm, Arguments args) {
  ConcurrentFuture* future = future_of(vm, args[0]);
  if (future == nullptr) return {};
  ExceptionObject* exception = as_exception(args[1]);
  if (exception == nullptr) return vm.type_error("exception must be an instance of BaseException");
  if (Ref<loop::Exception> error = future->set_exception(Ref<loop::Exception>(exception))) return vm.raise(error);
  return Value::none();
}

std::string_view state_text(ConcurrentFuture::State state) {
  switch (state) {
    case ConcurrentFuture::State::pending: return "pending";
    case ConcurrentFuture::State::running: return "running";
    case ConcurrentFuture::State::cancelled: return "cancelled";
    case ConcurrentFuture::State::finished: return "finished";
  }
  return "";
}

Value future_state(Vm& vm, Arguments args) {
  const ConcurrentFuture* future = future_of(vm, args[0]);
  if (future == nullptr) return {};
  std::string text(state_text(future->state()));
  for (char& letter : text) letter = static_cast<char>(letter - 'a' + 'A');
  return vm.str(text);
}

Value future_repr(Vm& vm, Arguments args) {
  ConcurrentFuture* future = future_of(vm, args[0]);
  if (future == nullptr) return {};
  std::string text = "<" + vm.type_name(args[0]) + " at " + vm.address_of(args[0]) +
                     " state=" + std::string(state_text(future->state()));
  if (future->state() == ConcurrentFuture::State::finished) {
    text += future->has_failed() ? " raised " : " returned ";
    text += vm.type_name(future->peek_result());
  }
  return vm.str(text + ">");
}

constexpr NativeDefinition kFuture[] = {
    {"__new__", "cls", future_new},
    {"cancel", "self, /", future_cancel},
    {"cancelled", "self, /", future_cancelled},
    {"running", "self, /", future_running},
    {"done", "self, /", future_done},
    {"result", "self, timeout=None", future_result},
    {"exception", "self, timeout=None", future_exception},
    {"add_done_callback", "self, fn", future_add_done_callback},
    {"set_running_or_notify_cancel", "self, /", future_set_running},
    {"set_result", "self, result", future_set_result},
    {"set_exception", "self, exception", future_set_exception},
    {"__repr__", "self, /", future_repr},
};
constexpr NativeDefinition kFutureGetters[] = {{"_state", "self, /", future_state}};

// ---- the thread pool ---------------------------------------------------------------------------------------------

loop::Executor* pool_of(Vm& vm, const Value& self) {
  auto* pool = Vm::core_as<loop::Executor>(self, ObjectKind::executor);
  if (pool == nullptr) vm.type_error("a ThreadPoolExecutor is required, not " + vm.type_name(self));
  return pool;
}

Value pool_new(Vm& vm, Arguments args) {
  std::int64_t workers = loop::ThreadPoolExecutor::kDefaultWorkers;
  if (!args[1].is_none() && !vm.index(args[1], workers)) return {};
  if (workers <= 0) return vm.value_error("max_workers must be greater than 0");
  std::optional<std::string> prefix = vm.str_text(args[2]);
  if (!prefix) return {};
  loop::Work initializer;
  if (!args[3].is_none()) {
    if (!vm.is_callable(args[3])) return vm.type_error("initializer must be a callable");
    const std::optional<std::vector<Value>> values = vm.to_vector(args[4]);
    if (!values) return {};
    initializer = [&vm, work = work_of(vm, args[3], Tuple::create(*values), nullptr)]() -> loop::Outcome {
      loop::Outcome outcome = work();
      if (!outcome.ok() && !outcome.error()->is(loop::ExceptionKind::fatal)) {
        vm.report("Exception in initializer:\n" + vm.format_exception(Value(outcome.error())));
      }
      return outcome;
    };
  }
  const auto most = static_cast<std::size_t>(std::min<std::int64_t>(workers, 100'000));
  return vm.finish_new(args[0], *vm.types().executor,
                       make<loop::ThreadPoolExecutor>(vm.runtime(), most, std::move(*prefix), std::move(initializer)));
}

Value pool_submit(Vm& vm, Arguments args) {
  loop::Executor* pool = pool_of(vm, args[0]);
  if (pool == nullptr) return {};
  if (!vm.spend(kWorkCost)) return {};
  const Ref<loop::Executor> keep(pool);
  return vm.from_outcome(
      pool->submit(work_of(vm, args[1], Ref<Tuple>(as_tuple(args[2])), Ref<Dict>(args[3].as<Dict>()))));
}

Value pool_shutdown(Vm& vm, Arguments args) {
  loop::Executor* pool = pool_of(vm, args[0]);
  if (pool == nullptr) return {};
  const int wait = vm.truth(args[1]);
  const int cancel = vm.truth(args[2]);
  if (wait < 0 || cancel < 0) return {};
  const Ref<loop::Executor> keep(pool);
  pool->shutdown(wait > 0, cancel > 0);
  return none_or_error(vm.check_interrupts());
}

Value pool_max_workers(Vm& vm, Arguments args) {
  const auto* pool = dynamic_cast<const loop::ThreadPoolExecutor*>(pool_of(vm, args[0]));
  return pool != nullptr ? Value(static_cast<std::int64_t>(pool->max_workers())) : Value();
}

constexpr NativeDefinition kPool[] = {
    {"__new__", "cls, max_workers=None, thread_name_prefix='', initializer=None, initargs=None", pool_new},
    {"submit", "self, fn, /, *args, **kwargs", pool_submit},
    {"shutdown", "self, wait=True, *, cancel_futures=False", pool_shutdown},
};
constexpr NativeDefinition kPoolGetters[] = {{"_max_workers", "self, /", pool_max_workers}};

}  // namespace

Value run_in_executor(Vm& vm, loop::EventLoop& loop, const Value& executor, const Value& callable, Tuple& arguments) {
  if (!vm.spend(kWorkCost)) return {};
  const Ref<loop::EventLoop> keep(&loop);
  if (loop.is_debug() && is_coroutine(callable))
    return vm.type_error("coroutines cannot be used with run_in_executor()");
  auto* pool = Vm::core_as<loop::Executor>(executor, ObjectKind::executor);
  if (executor.is_none() || pool != nullptr) {
    return vm.from_outcome(
        loop::run_in_executor(loop, Ref<loop::Executor>(pool), work_of(vm, callable, Ref<Tuple>(&arguments), nullptr)));
  }
  // A pool of the script's own: whatever its submit() makes of it.
  std::vector<Value> given{callable};
  for (const Value& argument : arguments.values()) given.push_back(argument);
  const Value submit = vm.get_attr(executor, "submit");
  if (!submit.is_set()) return {};
  const Value submitted = vm.call(submit, std::span<const Value>(given));
  if (!submitted.is_set() || as_future(submitted) != nullptr) return submitted;
  auto* future = Vm::core_as<ConcurrentFuture>(submitted, ObjectKind::concurrent_future);
  if (future == nullptr) {
    return vm.raise(*vm.types().assertion_error,
                    "concurrent.futures.Future is expected, got " + vm.safe_repr(submitted));
  }
  return Value(loop::wrap_future(loop, Ref<ConcurrentFuture>(future)));
}

void add_executors(Vm& vm, Module& module) {
  Types& types = vm.types();
  types.concurrent_future =
      make_class(vm, module, "ConcurrentFuture", "concurrent.futures._base", nullptr, ObjectKind::concurrent_future);
  types.concurrent_future->set_name(vm.intern("Future"));
  types.concurrent_future->qualname = vm.intern("Future");
  vm.define_methods(*types.concurrent_future, kFuture);
  vm.define_getters(*types.concurrent_future, kFutureGetters);
  types.executor = make_class(vm, module, "ThreadPool", "concurrent.futures.thread", nullptr, ObjectKind::executor);
  vm.define_methods(*types.executor, kPool);
  vm.define_getters(*types.executor, kPoolGetters);
}

}  // namespace loopline::script::asyncio
