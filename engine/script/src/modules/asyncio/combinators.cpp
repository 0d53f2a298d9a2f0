// sleep, gather, wait, wait_for, shield, as_completed, wrap_future, run_coroutine_threadsafe (CPython: tasks.py,
// futures.py).
#include <algorithm>

#include "../../builtins/builtin_class.h"
#include "bindings.h"
#include "loop/concurrent_future.h"
#include "loop/gather.h"
#include "loop/sleep.h"
#include "loop/wait.h"
#include "script/module_registry.h"

namespace loopline::script::asyncio {

namespace {

using loop::Coroutine;
using loop::Held;

bool refuse_loop(Vm& vm, const Value& given, const char* function) {
  if (!given.is_set() || vm.legacy) return true;
  vm.type_error(std::string(function) + "() got an unexpected keyword argument 'loop'");
  return false;
}

// ---- sleep ----------------------------------------------------------------------------------------------------------

Value sleep(Vm& vm, Arguments args) {
  if (!refuse_loop(vm, args[2], "sleep")) return {};
  loop::Duration delay{};
  const Value& given = args[0];
  if (given.is_int()) {
    delay = loop::from_seconds(static_cast<double>(given.as_int()));
  } else if (given.is_float()) {
    delay = loop::from_seconds(given.as_float());
  } else {
    // `delay <= 0` is what CPython's coroutine begins with.
    const int passes = vm.compare_bool(Comparison::less_equal, given, Value(std::int64_t{0}));
    if (passes < 0 || (passes == 0 && !seconds(vm, given, delay)))
      return raising_coroutine(vm, vm.take_error(), "sleep");
  }
  return coroutine(vm, loop::sleep(vm.runtime(), delay, args[1]), "sleep");
}

// ---- gather ---------------------------------------------------------------------------------------------------------

Value gather(Vm& vm, Arguments args) {
  if (!refuse_loop(vm, args[2], "gather")) return {};
  const int return_exceptions = vm.truth(args[1]);
  if (return_exceptions < 0) return {};
  const Tuple& awaitables = *as_tuple(args[0]);
  if (!vm.spend(awaitables.size() * kTaskCost)) return {};
  Ref<loop::EventLoop> loop;
  // The loop of the first future among the arguments, else the current one.
  for (const Value& each : awaitables) {
    if (loop::Future* future = as_future(each)) {
      loop = Ref<loop::EventLoop>(&future->loop());
      break;
    }
  }
  if (!loop) loop = loop_or_current(vm, args[2]);
  if (!loop) return {};
  std::vector<Value> cores;
  cores.reserve(awaitables.size());
  for (const Value& each : awaitables) cores.push_back(as_future(each) != nullptr ? Vm::core(each) : each);
  Value gathering = vm.from_outcome(loop::gather(*loop, cores, return_exceptions > 0));
  // Scripts see a class of its own. Of no children there is a plain future.
  if (gathering.is_set() && !cores.empty()) {
    const Value module = vm.modules().load(vm.intern("_asyncio"));
    const Value cls = module.is_set() ? vm.get_attr(module, "_GatheringFuture") : Value();
    if (!cls.is_set()) return {};
    vm.objects().set_class(*gathering.as_object(), Ref<Class>(as_class(cls)));
  }
  return gathering;
}

// ---- wait -----------------------------------------------------------------------------------------------------------

Ref<Set> set_of(Vm& vm, const std::vector<Ref<loop::Future>>& futures) {
  Ref<Set> set = make<Set>();
  for (const Ref<loop::Future>& future : futures) {
    const Value value(future);
    std::int64_t hash = 0;
    if (!vm.hash(value, hash) || !set->add(vm, value, hash)) throw_error(vm);
  }
  return set;
}

[[noreturn]] void throw_type_error(Vm& vm, std::string message) {
  vm.type_error(std::move(message));
  throw_error(vm);
}

/// The futures among what was passed to wait() or as_completed(), without duplicates, in the order of a set of them.
std::vector<Ref<loop::Future>> distinct_futures(Vm& vm, const Value& iterable, bool wraps) {
  std::optional<std::vector<Value>> values = vm.to_vector(iterable);
  if (!values) throw_error(vm);
  const Ref<Set> set = make<Set>();
  for (const Value& value : *values) {
    std::int64_t hash = 0;
    if (!vm.hash(value, hash) || !set->add(vm, value, hash)) throw_error(vm);
  }
  values.reset();
  const std::vector<Value> elements = set->elements();
  if (!wraps && std::any_of(elements.begin(), elements.end(), is_coroutine)) {
    throw_type_error(vm, "Passing coroutines is forbidden, use tasks explicitly.");
  }
  std::vector<Ref<loop::Future>> futures;
  for (const Value& element : elements) {
    if (loop::Future* future = as_future(element)) {
      futures.emplace_back(future);
      continue;
    }
    if (!wraps) {
      vm.raise_no_attribute(element, *vm.intern("add_done_callback"));
      throw_error(vm);
    }
    const Ref<loop::EventLoop> loop = current_loop(vm);
    if (!loop || !vm.spend(kTaskCost)) throw_error(vm);
    const Value made = loop->ensure_future(element).value_or_throw();
    futures.emplace_back(as_future(made));
  }
  return futures;
}

std::optional<loop::ReturnWhen> return_when_of(const Value& value) {
  const Str* text = as_str(value);
  if (text == nullptr) return std::nullopt;
  if (text->view() == "FIRST_COMPLETED") return loop::ReturnWhen::first_completed;
  if (text->view() == "FIRST_EXCEPTION") return loop::ReturnWhen::first_exception;
  if (text->view() == "ALL_COMPLETED") return loop::ReturnWhen::all_completed;
  return std::nullopt;
}

/// `args`: the futures, the timeout, return_when.
Coroutine<Value> wait_for_several(Vm& vm, Held<Tuple> args) {
  const Value& given = (*args)[0];
  if (as_future(given) != nullptr || is_coroutine(given)) {
    throw_type_error(vm, "expect a list of futures, not " + class_name(vm, given));
  }
  const int truth = vm.truth(given);
  if (truth < 0) throw_error(vm);
  if (truth == 0) {
    vm.value_error("Set of Tasks/Futures is empty.");
    throw_error(vm);
  }
  const std::optional<loop::ReturnWhen> when = return_when_of((*args)[2]);
  if (!when) {
    vm.value_error("Invalid return_when value: " + vm.str_text((*args)[2]).value_or("?"));
    throw_error(vm);
  }
  auto futures = co_await loop::hold(make<loop::FutureList>(distinct_futures(vm, given, vm.legacy)));
  constexpr std::uint64_t kCostOfEach = 20;  // instructions: a callback more and one less
  if (!vm.spend(kCostOfEach * futures->futures.size())) throw_error(vm);
  std::optional<loop::Duration> timeout;
  if (!seconds_or_none(vm, (*args)[1], timeout)) throw_error(vm);
  if (running_loop(vm) == nullptr) throw_error(vm);
  const loop::WaitResult result =
      co_await loop::wait(vm.runtime(), Held<loop::FutureList>(futures.ref()), timeout, *when);
  co_return vm.tuple({Value(set_of(vm, result.done)), Value(set_of(vm, result.pending))});
}

Value wait(Vm& vm, Arguments args) {
  if (!refuse_loop(vm, args[3], "wait") || !vm.spend(kTaskCost)) return {};
  return coroutine(vm, wait_for_several(vm, Held<Tuple>(Tuple::create({args[0], args[1], args[2]}))), "wait");
}

Value wait_for(Vm& vm, Arguments args) {
  if (!refuse_loop(vm, args[2], "wait_for") || !vm.spend(3 * kTaskCost)) return {};
  std::optional<loop::Duration> timeout;
  if (!seconds_or_none(vm, args[1], timeout)) return raising_coroutine(vm, vm.take_error(), "wait_for");
  const Value& awaitable = as_future(args[0]) != nullptr ? Vm::core(args[0]) : args[0];
  if (!awaitable.is_object()) {
    if (timeout) {
      vm.type_error("An asyncio.Future, a coroutine or an awaitable is required");
    } else {
      vm.type_error("object " + vm.type_name(awaitable) + " can't be used in 'await' expression");
    }
    return raising_coroutine(vm, vm.take_error(), "wait_for");
  }
  return coroutine(vm,
                   loop::wait_for(vm.runtime(), Held<loop::Object>(Ref<loop::Object>(awaitable.as_object())), timeout),
                   "wait_for");
}

Value shield(Vm& vm, Arguments args) {
  if (!refuse_loop(vm, args[1], "shield") || !vm.spend(kTaskCost)) return {};
  const loop::Future* future = as_future(args[0]);
  if (future == nullptr && !is_coroutine(args[0]) && !vm.special(vm.class_of(args[0]), Special::await).is_set()) {
    return vm.type_error("An asyncio.Future, a coroutine or an awaitable is required");
  }
  const Ref<loop::EventLoop> loop =
      future != nullptr ? Ref<loop::EventLoop>(&future->loop()) : loop_or_current(vm, args[1]);
  return loop ? vm.from_outcome(loop::shield(*loop, future != nullptr ? Vm::core(args[0]) : args[0])) : Value();
}

// ---- as_completed ---------------------------------------------------------------------------------------------------

/// What asyncio.as_completed iterates: made when the first value is asked for, as CPython's generator begins then.
class CompletionIterator final : public Iterator {
 public:
  CompletionIterator(Class& cls, Value futures, std::optional<loop::Duration> timeout)
      : Iterator(cls), m_futures(std::move(futures)), m_timeout(timeout) {}

  Value next(Vm& vm) override {
    if (!m_completed && m_futures.is_set() && !begin(vm)) return {};
    if (m_left == 0) {
      m_completed = nullptr;
      return {};
    }
    --m_left;
    return Value(m_completed->next().object());
  }
  void visit(Visitor& visitor) const override {
    visit_value(visitor, m_futures);
    visitor.visit(m_completed.get());
  }
  void drop_references() noexcept override {
    m_futures.reset();
    m_completed = nullptr;
  }

 private:
  bool begin(Vm& vm) {
    const Value futures = std::move(m_futures);
    if (as_future(futures) != nullptr || is_coroutine(futures)) {
      vm.type_error("expect an iterable of futures, not " + class_name(vm, futures));
      return false;
    }
    const Ref<loop::EventLoop> loop = current_loop(vm);
    if (!loop) return false;
    try {
      m_completed = make<loop::AsCompleted>(*loop, distinct_futures(vm, futures, true), m_timeout);
    } catch (const loop::Raised& raised) {
      vm.raise(raised.exception());
      return false;
    }
    m_left = m_completed->count();
    return true;
  }

  Value m_futures;
  std::optional<loop::Duration> m_timeout;
  Ref<loop::AsCompleted> m_completed;
  std::size_t m_left = 0;
};

Value as_completed(Vm& vm, Arguments args) {
  if (!refuse_loop(vm, args[2], "as_completed")) return {};
  std::optional<loop::Duration> timeout;
  if (!seconds_or_none(vm, args[1], timeout)) return {};
  return make<CompletionIterator>(*vm.iterator_classes().callable, args[0], timeout);
}

// ---- futures of threads ---------------------------------------------------------------------------------------------

Value wrap_future(Vm& vm, Arguments args) {
  if (as_future(args[0]) != nullptr) return args[0];
  auto* future = Vm::core_as<loop::ConcurrentFuture>(args[0], loop::ObjectKind::concurrent_future);
  if (future == nullptr) {
    return vm.raise(*vm.types().assertion_error, "concurrent.futures.Future is expected, got " + vm.safe_repr(args[0]));
  }
  const Ref<loop::EventLoop> loop = loop_or_current(vm, args[1]);
  return loop ? Value(loop::wrap_future(*loop, Ref<loop::ConcurrentFuture>(future))) : Value();
}

Value run_coroutine_threadsafe(Vm& vm, Arguments args) {
  if (!is_coroutine(args[0])) return vm.type_error("A coroutine object is required");
  loop::EventLoop* loop = as_loop(args[1]);
  if (loop == nullptr) return vm.raise_no_attribute(args[1], *vm.intern("call_soon_threadsafe"));
  const Ref<loop::CoroutineObject> coroutine(static_cast<loop::CoroutineObject*>(args[0].as_object()));
  return vm.from_outcome(loop::run_coroutine_threadsafe(*loop, coroutine));
}

constexpr NativeDefinition kFunctions[] = {
    {"sleep", "delay, result=None, *, loop?", sleep},
    {"gather", "*coros_or_futures, return_exceptions=False, loop?", gather},
    {"wait", "fs, *, timeout=None, return_when='ALL_COMPLETED', loop?", wait},
    {"wait_for", "fut, timeout, *, loop?", wait_for},
    {"shield", "arg, *, loop?", shield},
    {"as_completed", "fs, *, timeout=None, loop?", as_completed},
    {"wrap_future", "future, *, loop=None", wrap_future},
    {"run_coroutine_threadsafe", "coro, loop", run_coroutine_threadsafe},
};

}  // namespace

void add_combinators(Vm& vm, Module& module) {
  vm.define_functions(module, kFunctions);
  add_future_methods(vm, *make_class(vm, module, "_GatheringFuture", "asyncio.tasks", vm.types().future.get()));
  for (const char* name : {"FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"}) {
    add_to(vm, module, name, Value(vm.intern(name)));
  }
}

}  // namespace loopline::script::asyncio
