// libuv: callbacks only, no tasks. A lower bound for what a mature C event loop
// pays to dispatch one callback, arm one timer, or wake itself.
//
//   peer_uv VARIANT CASE N [T [REPS]]
//
// VARIANT  idle   yield: T idle handles, one callback each per loop iteration
//                 (every iteration also polls, as libuv always does)
//          async  yield: T async handles that re-send to themselves (eventfd)
//          timer  yield: T zero-delay timers that re-arm themselves
//          timer  timers: N timers in the heap, all expired when the loop runs,
//                 so nothing waits: what a virtual clock would measure
//          handle gather: N handles allocated, started, called once, closed, freed
#include <uv.h>

#include <vector>

#include "bench.hpp"

using u64 = std::uint64_t;

struct Counter {
  u64 left;
};

static void yield_idle(u64 n, u64 t) {
  uv_loop_t loop;
  uv_loop_init(&loop);
  std::vector<uv_idle_t> hs(t);
  std::vector<Counter> cs(t, Counter{n / t});
  for (u64 i = 0; i < t; ++i) {
    uv_idle_init(&loop, &hs[i]);
    hs[i].data = &cs[i];
    uv_idle_start(&hs[i], [](uv_idle_t* h) {
      if (--static_cast<Counter*>(h->data)->left == 0) {
        uv_idle_stop(h);
        uv_close(reinterpret_cast<uv_handle_t*>(h), nullptr);
      }
    });
  }
  uv_run(&loop, UV_RUN_DEFAULT);
  if (uv_loop_close(&loop)) std::abort();
}

static void yield_async(u64 n, u64 t) {
  uv_loop_t loop;
  uv_loop_init(&loop);
  std::vector<uv_async_t> hs(t);
  std::vector<Counter> cs(t, Counter{n / t});
  for (u64 i = 0; i < t; ++i) {
    uv_async_init(&loop, &hs[i], [](uv_async_t* h) {
      if (--static_cast<Counter*>(h->data)->left == 0)
        uv_close(reinterpret_cast<uv_handle_t*>(h), nullptr);
      else
        uv_async_send(h);
    });
    hs[i].data = &cs[i];
    uv_async_send(&hs[i]);
  }
  uv_run(&loop, UV_RUN_DEFAULT);
  if (uv_loop_close(&loop)) std::abort();
}

static void yield_timer(u64 n, u64 t) {
  uv_loop_t loop;
  uv_loop_init(&loop);
  std::vector<uv_timer_t> hs(t);
  std::vector<Counter> cs(t, Counter{n / t});
  static void (*cb)(uv_timer_t*);
  cb = [](uv_timer_t* h) {
    if (--static_cast<Counter*>(h->data)->left == 0)
      uv_close(reinterpret_cast<uv_handle_t*>(h), nullptr);
    else
      uv_timer_start(h, cb, 0, 0);
  };
  // libuv runs due timers until none is due, so a zero delay never leaves
  // uv__run_timers: no poll in between.
  for (u64 i = 0; i < t; ++i) {
    uv_timer_init(&loop, &hs[i]);
    hs[i].data = &cs[i];
    uv_timer_start(&hs[i], cb, 0, 0);
  }
  uv_run(&loop, UV_RUN_DEFAULT);
  if (uv_loop_close(&loop)) std::abort();
}

static u64 g_fired, g_wait_cpu, g_wait_wall;

static void timers(u64 n) {
  uv_loop_t loop;
  uv_loop_init(&loop);
  std::vector<uv_timer_t> hs(n);
  bench::Delays d;
  g_fired = 0;
  for (u64 i = 0; i < n; ++i) {
    uv_timer_init(&loop, &hs[i]);
    uv_timer_start(
        &hs[i],
        [](uv_timer_t* h) {
          ++g_fired;
          uv_close(reinterpret_cast<uv_handle_t*>(h), nullptr);
        },
        d.next(), 0);
  }
  bench::Stopwatch w;  // let every delay pass; this part is not counted
  timespec ts{0, 110000000};
  nanosleep(&ts, nullptr);
  g_wait_cpu += w.cpu();
  g_wait_wall += w.wall();
  uv_run(&loop, UV_RUN_DEFAULT);
  if (uv_loop_close(&loop) || g_fired != n) std::abort();
}

static void handles(u64 n) {
  uv_loop_t loop;
  uv_loop_init(&loop);
  g_fired = 0;
  for (u64 i = 0; i < n; ++i) {
    auto* h = static_cast<uv_idle_t*>(std::malloc(sizeof(uv_idle_t)));
    uv_idle_init(&loop, h);
    uv_idle_start(h, [](uv_idle_t* x) {
      ++g_fired;
      uv_close(reinterpret_cast<uv_handle_t*>(x), [](uv_handle_t* y) { std::free(y); });
    });
  }
  uv_run(&loop, UV_RUN_DEFAULT);
  if (uv_loop_close(&loop) || g_fired != n) std::abort();
}

static void run(std::string const& v, std::string const& c, u64 n, u64 t) {
  if (c == "yield" && v == "idle") return yield_idle(n, t);
  if (c == "yield" && v == "async") return yield_async(n, t);
  if (c == "yield" && v == "timer") return yield_timer(n, t);
  if (c == "timers" && v == "timer") return timers(n);
  if (c == "gather" && v == "handle") return handles(n);
  bench::unsupported();
}

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  std::string v = argv[1], c = argv[2];
  u64 n = std::strtoull(argv[3], nullptr, 10);
  u64 t = argc > 4 ? std::strtoull(argv[4], nullptr, 10) : 1;
  u64 reps = argc > 5 ? std::strtoull(argv[5], nullptr, 10) : 1;
  run(v, c, reps > 1 ? n : n / 10 > t ? n / 10 : t, t);
  g_wait_cpu = g_wait_wall = 0;
  bench::Stopwatch w;
  for (u64 r = 0; r < reps; ++r) run(v, c, n, t);
  u64 cpu = w.cpu(), wall = w.wall();
  bench::report(n * reps, cpu - g_wait_cpu, wall - g_wait_wall);
}
