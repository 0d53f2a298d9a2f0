#include "world_module.h"

#include "loop/event_loop.h"
#include "loop/task.h"
#include "script/module_registry.h"
#include "script/vm.h"
#include "settings_value.h"

namespace loopline::world {

using script::Arguments;
using script::Ref;
using script::Value;
using script::Vm;

namespace {

/// What the module's functions are bound to.
class World final : public script::NativeObject {
 public:
  World(Ref<script::Class> cls, const Settings& settings, Observer* observer)
      : NativeObject(std::move(cls)), settings(settings), observer(observer) {}
  const Settings& settings;
  Observer* observer;
  std::int64_t requests = 0;
  loop::Time busy_until{0};  // as far as is known: when the last thing in the world was or will be over
};

void note_busy(World& world, loop::Time until) { world.busy_until = std::max(world.busy_until, until); }

World& self(Arguments args) { return *args[0].as<World>(); }

std::string_view text_of(const Value& value) {
  const script::Str* text = Vm::core_as<script::Str>(value, script::kind::str);
  return text != nullptr ? text->view() : std::string_view();
}

std::int64_t number_of(const Value& value) { return value.is_int() ? value.as_int() : 0; }

Value settings(Vm& vm, Arguments args) { return settings_value(vm, self(args).settings); }

// ---- the clock -----------------------------------------------------------------------------------------------------

Value now(Vm& vm, Arguments /*args*/) { return Value(loop::to_seconds(vm.runtime().now())); }

/// Calls a function of the library from the course of the world: it does not belong to what runs just now.
void call_aside(Vm& vm, const Value& function, const script::Tuple& arguments) {
  Ref<loop::Exception> in_flight = vm.take_error();
  if (!vm.call(function, arguments.values()).is_set()) {
    const Ref<loop::Exception> raised = vm.take_error();
    if (raised && !vm.runtime().threads.has_ended()) vm.report_unraisable(raised, "", function);
  }
  vm.thread().error = std::move(in_flight);
}

/// at(seconds, function, *args): calls it when so much time has passed, whatever runs then. A number for cancel().
Value at(Vm& vm, Arguments args) {
  double seconds = 0;
  if (!vm.to_double(args[1], seconds)) return {};
  loop::VirtualThreads& threads = vm.runtime().threads;
  const loop::Time when = loop::saturating_add(threads.now(), loop::from_seconds(seconds));
  const Ref<script::Tuple> arguments(script::as_tuple(args[3]));
  const auto id = threads.at(when, [&vm, function = args[2], arguments] { call_aside(vm, function, *arguments); });
  return Value(static_cast<std::int64_t>(id));
}

Value cancel(Vm& vm, Arguments args) {
  vm.runtime().threads.cancel(static_cast<loop::VirtualThreads::WorldEventId>(number_of(args[1])));
  return Value::none();
}

loop::ObjectId current_task(Vm& vm) {
  const loop::EventLoop* loop = vm.runtime().threads.current().running_loop;
  loop::Task* task = loop != nullptr ? loop->current_task() : nullptr;
  return task != nullptr ? task->id() : 0;
}

/// When somebody last was or will have been blocked by the world, or sent or got something.
Value busy_until(Vm& /*vm*/, Arguments args) { return Value(loop::to_seconds(self(args).busy_until)); }

/// block(what, seconds): the thread stands still so long, and with it its loop.
Value block(Vm& vm, Arguments args) {
  double seconds = 0;
  if (!vm.to_double(args[2], seconds)) return {};
  loop::Runtime& runtime = vm.runtime();
  const loop::Duration duration = loop::from_seconds(seconds);
  const loop::Time until = loop::saturating_add(runtime.now(), duration);
  const loop::ObjectId task = current_task(vm);
  note_busy(self(args), until);
  Observer* observer = self(args).observer;
  if (observer != nullptr) observer->thread_blocked(text_of(args[1]), duration, until, task);
  bool goes_on = true;
  loop::Wake wake = loop::Wake::woken;
  do {  // a signal whose handler returns does not cut it short
    wake = duration.count() > 0 ? runtime.threads.block(until) : runtime.threads.yield();
    goes_on = vm.check_interrupts();
  } while (goes_on && wake == loop::Wake::woken && runtime.now() < until);
  if (observer != nullptr && !runtime.threads.has_ended()) observer->thread_goes_on(text_of(args[1]), task);
  return goes_on ? Value::none() : Value();
}

/// block_begins(what, seconds): the thread waits for the world, at most so long; negative: until it is woken.
Value block_begins(Vm& vm, Arguments args) {
  double seconds = 0;
  if (!vm.to_double(args[2], seconds)) return {};
  Observer* observer = self(args).observer;
  if (observer == nullptr) return Value::none();
  const loop::Duration duration = seconds < 0 ? loop::Duration::zero() : loop::from_seconds(seconds);
  const loop::Time until = seconds < 0 ? loop::kForever : loop::saturating_add(vm.runtime().now(), duration);
  observer->thread_blocked(text_of(args[1]), duration, until, current_task(vm));
  return Value::none();
}

Value block_ends(Vm& vm, Arguments args) {
  Observer* observer = self(args).observer;
  if (observer != nullptr && !vm.runtime().threads.has_ended()) {
    observer->thread_goes_on(text_of(args[1]), current_task(vm));
  }
  return Value::none();
}

/// Lets what is due in the world happen now.
Value let_happen(Vm& vm, Arguments /*args*/) {
  vm.runtime().threads.yield();
  return vm.check_interrupts() ? Value::none() : Value();
}

// ---- what the recording is told ------------------------------------------------------------------------------------

Value request_sent(Vm& vm, Arguments args) {
  World& world = self(args);
  note_busy(world, vm.runtime().now());
  if (world.observer != nullptr) world.observer->request_sent(text_of(args[1]), world.requests + 1);
  return Value(++world.requests);
}

Value request_answered(Vm& vm, Arguments args) {
  note_busy(self(args), vm.runtime().now());
  if (Observer* observer = self(args).observer) {
    observer->request_answered(text_of(args[1]), number_of(args[2]), static_cast<int>(number_of(args[3])));
  }
  return Value::none();
}

Value process_started(Vm& vm, Arguments args) {
  constexpr std::uint64_t kProcessCost = 30'000;  // instructions: a process has pipes, watchers and a transport
  if (!vm.spend(kProcessCost)) return {};
  if (Observer* observer = self(args).observer) observer->process_started(text_of(args[1]), number_of(args[2]));
  return Value::none();
}

Value process_ended(Vm& vm, Arguments args) {
  note_busy(self(args), vm.runtime().now());
  if (Observer* observer = self(args).observer) {
    observer->process_ended(text_of(args[1]), number_of(args[2]), static_cast<int>(number_of(args[3])));
  }
  return Value::none();
}

Value mail_sent(Vm& vm, Arguments args) {
  note_busy(self(args), vm.runtime().now());
  if (Observer* observer = self(args).observer) observer->mail_sent(text_of(args[1]));
  return Value::none();
}

Value signal_delivered(Vm& /*vm*/, Arguments args) {
  if (Observer* observer = self(args).observer) {
    observer->signal_delivered(text_of(args[1]), static_cast<int>(number_of(args[2])), false);
  }
  return Value::none();
}

// ---- functions of texts --------------------------------------------------------------------------------------------

Value latency(Vm& /*vm*/, Arguments args) { return Value(loop::to_seconds(default_latency(text_of(args[1])))); }

Value fits(Vm& /*vm*/, Arguments args) { return Value(matches(text_of(args[1]), text_of(args[2]))); }

constexpr script::NativeDefinition kFunctions[] = {
    {"settings", "world, /", settings},
    {"now", "world, /", now},
    {"at", "world, seconds, function, /, *args", at},
    {"cancel", "world, id, /", cancel},
    {"block", "world, what, seconds, /", block},
    {"block_begins", "world, what, seconds, /", block_begins},
    {"busy_until", "world, /", busy_until},
    {"let_happen", "world, /", let_happen},
    {"block_ends", "world, what, /", block_ends},
    {"request_sent", "world, text, /", request_sent},
    {"request_answered", "world, text, number, status, /", request_answered},
    {"process_started", "world, command, process, /", process_started},
    {"process_ended", "world, command, process, status, /", process_ended},
    {"mail_sent", "world, text, /", mail_sent},
    {"signal_delivered", "world, name, number, /", signal_delivered},
    {"latency", "world, url, /", latency},
    {"matches", "world, pattern, text, /", fits},
};

}  // namespace

bool make_world_module(Vm& vm, script::Module& module, const Settings& settings, Observer* observer) {
  script::Class& cls = vm.make_library_class(module, "World", "_world");
  const Ref<World> world = script::make<World>(Ref<script::Class>(&cls), settings, observer);
  vm.define_functions(module, kFunctions);
  for (const script::NativeDefinition& each : kFunctions) {
    module.attributes->get(*vm.intern(each.name))->as<script::NativeFunction>()->receiver = Value(world);
  }
  return true;
}

}  // namespace loopline::world
