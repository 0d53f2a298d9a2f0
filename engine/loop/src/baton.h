// What lets several C++ stacks take turns: behind it either fibers or OS threads. Only VirtualThreads uses it.
//
// Fibers switch without the machine's scheduler, which matters where a program has a thousand greenlets and the machine
// other work. Sanitizers do not follow them: built with one, each stack is an OS thread that waits for its turn.
#pragma once

#include <functional>
#include <memory>

namespace loopline::loop {

class Baton {
 public:
  /// For the stack that is there already.
  Baton();
  ~Baton();
  Baton(const Baton&) = delete;
  Baton& operator=(const Baton&) = delete;

  /// A stack of its own for `body`, which runs when the baton first comes here and returns who gets it then. False if
  /// the machine gives no more stacks.
  bool start(std::function<Baton*()> body);
  /// Stops here and goes on there; returns when the baton is passed back.
  void pass_to(Baton& next);
  /// Frees the stack of a body that has returned.
  void join();

 private:
  struct Place;
  std::unique_ptr<Place> m_place;
};

}  // namespace loopline::loop
