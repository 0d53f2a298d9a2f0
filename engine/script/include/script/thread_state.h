// What each virtual thread has of the machine: its stack of frames and the exception in flight.
#pragma once

#include <cstdint>

#include "loop/event_loop.h"
#include "loop/virtual_threads.h"
#include "script/frame.h"
#include "script/objects/exception_object.h"
#include "script/value.h"

namespace loopline::script {

class ThreadState final : public loop::ThreadData {
 public:
  /// The frame that runs now; its callers follow through Frame::caller. The stack owns a reference to each frame that
  /// no generator owns.
  Frame* top = nullptr;
  /// The exception that is being raised, between where it was raised and where it is handled.
  Ref<loop::Exception> error;
  int depth = 0;         ///< script frames on the stack
  int native_depth = 0;  ///< times native code entered the machine
  int repr_depth = 0;
  /// What asyncio's default policy keeps of each thread: its event loop, and whether one was ever set.
  Ref<loop::EventLoop> event_loop;
  bool event_loop_was_set = false;
};

}  // namespace loopline::script
