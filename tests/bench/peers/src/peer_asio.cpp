// Asio (stand-alone), C++20 awaitables, one thread.
//
//   peer_asio VARIANT CASE N [T [REPS]]
//
// VARIANT  any    awaitable<T> with the default any_io_executor
//          typed  awaitable<T, io_context::executor_type>: no type erasure
//          any-io any, with the reactor started (as soon as a program owns one
//                 timer or socket, the loop also calls epoll_wait in turn)
// The io_context is created with the "unsafe" hint, so nothing locks: the best
// case for the peer. Built a second time with ASIO_ENABLE_HANDLER_TRACKING it
// shows what Asio's own event log (text on stderr) costs.
//
// Asio has no dynamic gather and no one-shot future awaitable without a queue;
// both are written here on async_initiate, resuming through post() as asyncio
// resumes through call_soon().
#include <asio.hpp>
#include <asio/experimental/channel.hpp>

#include <memory>
#include <optional>
#include <vector>

#include "bench.hpp"

using u64 = std::uint64_t;

template <class Ex>
struct Peer {
  using Token = asio::use_awaitable_t<Ex>;
  template <class T>
  using Aw = asio::awaitable<T, Ex>;
  static constexpr Token token{};

  static Aw<void> yielder(u64 n) {
    for (u64 i = 0; i < n; ++i) co_await asio::post(Token{});
  }
  static void yield(u64 n, u64 t, bool reactor) {
    asio::io_context io(ASIO_CONCURRENCY_HINT_UNSAFE);
    std::optional<asio::steady_timer> unused;
    if (reactor) unused.emplace(io);
    for (u64 i = 0; i < t; ++i) asio::co_spawn(io.get_executor(), yielder(n / t), asio::detached);
    io.run();
  }

  // A one-shot event: at most one waiter, resumed through the queue.
  struct Event {
    struct Base {
      virtual void fire(Ex const&) = 0;
      virtual ~Base() = default;
    };
    template <class Handler>
    struct Impl : Base {
      Handler h;
      explicit Impl(Handler&& x) : h(std::move(x)) {}
      void fire(Ex const& ex) override { asio::post(ex, std::move(h)); }
    };
    std::unique_ptr<Base> waiter;
    bool done = false;
    u64 value = 0;
    auto wait() {
      return asio::async_initiate<Token const&, void()>(
          [this](auto&& handler) {
            using Handler = std::decay_t<decltype(handler)>;
            waiter = std::make_unique<Impl<Handler>>(std::move(handler));
          },
          token);
    }
    void set(Ex const& ex, u64 v) {
      value = v;
      done = true;
      if (waiter) std::exchange(waiter, nullptr)->fire(ex);
    }
  };

  static Aw<u64> child(u64 i) { co_return i; }
  static Aw<void> gatherer(Ex ex, u64 n, u64* sum) {
    std::vector<u64> results(n);
    u64 pending = n;
    Event all;
    for (u64 i = 0; i < n; ++i)
      asio::co_spawn(ex, child(i), [&, i](std::exception_ptr, u64 v) {
        results[i] = v;
        if (--pending == 0) all.set(ex, 0);
      });
    if (!all.done) co_await all.wait();
    for (u64 v : results) *sum += v;
  }
  static void gather(u64 n) {
    asio::io_context io(ASIO_CONCURRENCY_HINT_UNSAFE);
    u64 sum = 0;
    asio::co_spawn(io.get_executor(), gatherer(io.get_executor(), n, &sum), asio::detached);
    io.run();
    if (sum != n * (n - 1) / 2) std::abort();
  }

  // Every expiry lies in the past already, so the heap does all its work in time
  // order and nothing waits: what a virtual clock would measure.
  using Steady =
      asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Ex>;
  static Aw<void> sleeper(Ex ex, std::chrono::steady_clock::time_point when, u64* fired) {
    Steady t(ex, when);
    co_await t.async_wait(Token{});
    ++*fired;
  }
  static void timers(u64 n) {
    asio::io_context io(ASIO_CONCURRENCY_HINT_UNSAFE);
    bench::Delays d;
    u64 fired = 0;
    auto base = std::chrono::steady_clock::now() - std::chrono::seconds(10);
    for (u64 i = 0; i < n; ++i)
      asio::co_spawn(io.get_executor(), sleeper(io.get_executor(), base + std::chrono::milliseconds(d.next()), &fired),
                     asio::detached);
    io.run();
    if (fired != n) std::abort();
  }

  static Aw<void> ping(Ex ex, u64 n, int me, std::shared_ptr<Event>* box) {
    for (u64 i = 0; i < n; ++i) {
      auto mine = std::make_shared<Event>();
      box[me] = mine;
      if (auto other = std::exchange(box[1 - me], nullptr)) other->set(ex, i);
      if (i + 1 == n && me == 1) break;
      if (!mine->done) co_await mine->wait();
      bench::keep(mine->value);
    }
    if (auto o = std::exchange(box[1 - me], nullptr)) o->set(ex, 0);
  }
  static void pingpong(u64 n) {
    asio::io_context io(ASIO_CONCURRENCY_HINT_UNSAFE);
    std::shared_ptr<Event> box[2];
    for (int me = 0; me < 2; ++me)
      asio::co_spawn(io.get_executor(), ping(io.get_executor(), n / 2, me, box), asio::detached);
    io.run();
  }

  // The library's own hand-over: a channel of capacity 0 each way.
  using Chan = asio::experimental::channel<Ex, void(asio::error_code, u64)>;
  static Aw<void> chan_task(Chan& in, Chan& out, u64 n, bool first) {
    for (u64 i = 0; i < n; ++i) {
      if (first) co_await out.async_send(asio::error_code{}, i, Token{});
      bench::keep(co_await in.async_receive(Token{}));
      if (!first) co_await out.async_send(asio::error_code{}, i, Token{});
    }
  }
  static void channel(u64 n) {
    asio::io_context io(ASIO_CONCURRENCY_HINT_UNSAFE);
    Chan a(io.get_executor()), b(io.get_executor());
    asio::co_spawn(io.get_executor(), chan_task(a, b, n / 2, true), asio::detached);
    asio::co_spawn(io.get_executor(), chan_task(b, a, n / 2, false), asio::detached);
    io.run();
  }

  static Aw<void> caller(u64 n, u64* sum) {
    for (u64 i = 0; i < n; ++i) *sum += co_await child(i);
  }
  static void call(u64 n) {
    asio::io_context io(ASIO_CONCURRENCY_HINT_UNSAFE);
    u64 sum = 0;
    asio::co_spawn(io.get_executor(), caller(n, &sum), asio::detached);
    io.run();
    if (sum != n * (n - 1) / 2) std::abort();
  }

  static void run(std::string const& c, u64 n, u64 t, bool reactor = false) {
    if (c == "yield") return yield(n, t, reactor);
    if (c == "gather") return gather(n);
    if (c == "timers") return timers(n);
    if (c == "pingpong") return pingpong(n);
    if (c == "channel") return channel(n);
    if (c == "call") return call(n);
    bench::unsupported();
  }
};

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  std::string v = argv[1], c = argv[2];
  u64 n = std::strtoull(argv[3], nullptr, 10);
  u64 t = argc > 4 ? std::strtoull(argv[4], nullptr, 10) : 1;
  u64 reps = argc > 5 ? std::strtoull(argv[5], nullptr, 10) : 1;
  auto once = [&](u64 m) {
    if (v == "any")
      Peer<asio::any_io_executor>::run(c, m, t);
    else if (v == "any-io" && c == "yield")
      Peer<asio::any_io_executor>::run(c, m, t, true);
    else if (v == "typed")
      Peer<asio::io_context::executor_type>::run(c, m, t);
    else
      bench::unsupported();
  };
  once(reps > 1 ? n : n / 10 > t ? n / 10 : t);
  bench::Stopwatch w;
  for (u64 r = 0; r < reps; ++r) once(n);
  bench::report(n * reps, w.cpu(), w.wall());
}
