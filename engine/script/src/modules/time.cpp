// _time: the clocks, and sleep (CPython: timemodule.c; FORMAT.md, choice 1). Calendars are in time.py.
#include <cmath>

#include "../builtins/common.h"
#include "greenlet.h"
#include "loop/event_loop.h"
#include "loop/task.h"
#include "modules.h"
#include "script/module_registry.h"

namespace loopline::script {

loop::Time read_clock(Vm& vm) {
  const Frame* frame = vm.script_frame();
  if (frame != nullptr && frame->code().is_library()) return vm.runtime().now();
  return vm.runtime().threads.read_clock();
}

namespace {

/// 2024-01-01 00:00:00 UTC, where every run begins.
constexpr std::int64_t kEpoch = 1'704'067'200;

loop::Time since_start(Vm& vm) { return read_clock(vm); }

Value clock_seconds(Vm& vm, Arguments /*args*/) { return Value(loop::to_seconds(since_start(vm))); }
Value clock_nanoseconds(Vm& vm, Arguments /*args*/) { return Value(std::int64_t{since_start(vm).count()}); }
Value wall_seconds(Vm& vm, Arguments /*args*/) {
  return Value(static_cast<double>(kEpoch) + loop::to_seconds(since_start(vm)));
}
Value wall_nanoseconds(Vm& vm, Arguments /*args*/) {
  return Value(kEpoch * 1'000'000'000 + std::int64_t{since_start(vm).count()});
}
Value no_seconds(Vm& /*vm*/, Arguments /*args*/) { return Value(0.0); }
Value no_nanoseconds(Vm& /*vm*/, Arguments /*args*/) { return Value(std::int64_t{0}); }

Value sleep(Vm& vm, Arguments args) {
  double seconds = 0;
  if (!vm.to_double(args[0], seconds)) return {};
  if (std::isnan(seconds)) return vm.value_error("Invalid value NaN (not a number)");
  if (seconds < 0) return vm.value_error("sleep length must be non-negative");
  if (seconds > 9.2e9) return vm.overflow_error("timestamp too large to convert to C _PyTime_t");
  loop::Runtime& runtime = vm.runtime();
  const loop::Duration duration = loop::from_seconds(seconds);
  const loop::Time until = loop::saturating_add(runtime.now(), duration);
  loop::EventLoop* loop = runtime.threads.current().running_loop;
  const loop::ObjectId task = loop != nullptr && loop->current_task() != nullptr ? loop->current_task()->id() : 0;
  loop::Instrument* instrument = runtime.instrument();
  if (instrument != nullptr) instrument->block_begins(duration, until, task);
  bool goes_on = true;
  if (seconds > 0) {
    // A signal whose handler returns does not cut it short (PEP 475).
    loop::Wake wake = loop::Wake::woken;
    while (goes_on && wake == loop::Wake::woken && runtime.now() < until) {
      wake = runtime.threads.block(until);
      goes_on = vm.check_interrupts() && raise_what_was_thrown(vm);
    }
  } else {
    runtime.threads.yield();
    goes_on = vm.check_interrupts();
  }
  if (instrument != nullptr && !runtime.threads.has_ended()) instrument->block_ends(task);
  return none_or_error(goes_on);
}

constexpr NativeDefinition kFunctions[] = {
    {"time", "", wall_seconds},          {"time_ns", "", wall_nanoseconds},
    {"monotonic", "", clock_seconds},    {"monotonic_ns", "", clock_nanoseconds},
    {"perf_counter", "", clock_seconds}, {"perf_counter_ns", "", clock_nanoseconds},
    {"process_time", "", no_seconds},    {"process_time_ns", "", no_nanoseconds},
    {"thread_time", "", no_seconds},     {"thread_time_ns", "", no_nanoseconds},
    {"sleep", "seconds, /", sleep},
};

bool make_time(Vm& vm, Module& module) {
  vm.define_functions(module, kFunctions);
  return true;
}

}  // namespace

void install_time(ModuleRegistry& modules) { modules.add_native("_time", make_time); }

}  // namespace loopline::script
