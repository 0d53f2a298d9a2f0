// Programs of a MiniLoop that do anything, the same for the same random numbers.
#pragma once

#include <algorithm>
#include <random>

#include "programs.h"

namespace loopline::test {

inline std::vector<Program> random_programs(std::mt19937& random) {
  const auto pick = [&random](int count) { return static_cast<std::int64_t>(random() % static_cast<unsigned>(count)); };
  std::vector<Program> programs(2 + static_cast<std::size_t>(pick(5)));
  const auto any = [&] { return 1 + pick(static_cast<int>(programs.size()) - 1); };
  for (std::size_t i = 0; i < programs.size(); ++i) {
    programs[i].coroutine = i == 0 ? "main" : "work" + std::to_string(i);
    std::int64_t children = 0, locks = 0, depth = 0;
    for (std::int64_t left = 3 + pick(20); left > 0; --left) {
      std::vector<Op>& ops = programs[i].ops;
      switch (pick(18)) {
        case 0: ops.push_back(wait(pick(4) * 50)); break;
        case 1: ops.push_back(give_way()); break;
        case 2: ops.push_back(block(pick(3) * 100)); break;
        case 3: ops.push_back(print("p" + std::to_string(left))); break;
        case 4:
          if (i < 3)
            ops.push_back(spawn(std::max<std::int64_t>(any(), std::int64_t(i) + 1) % std::int64_t(programs.size())));
          if (i < 3 && ops.back().number > std::int64_t(i))
            ++children;
          else if (i < 3)
            ops.pop_back();
          break;
        case 5:
          if (children > 0) ops.push_back(join(pick(int(children))));
          break;
        case 6:
          if (i < 2 && programs.size() > 3) ops.push_back(gather({programs.size() - 1, programs.size() - 2}));
          break;
        case 7:
          if (children > 0) ops.push_back(cancel(pick(int(children))));
          break;
        case 8:
          ops.push_back(acquire(locks % 3));
          ops.push_back(wait(pick(3) * 30));
          ops.push_back(release(locks++ % 3));
          break;
        case 9: ops.push_back(put(pick(2))); break;
        case 10:
          if (pick(3) == 0) ops.push_back(get(pick(2)));
          break;
        case 11: ops.push_back(call("f" + std::to_string(pick(4)), 1)), ++depth; break;
        case 12:
          if (depth > 0) ops.push_back(leave()), --depth;
          break;
        case 13: ops.push_back(set("v" + std::to_string(pick(3)), std::to_string(left))); break;
        case 14:
          if (pick(10) == 0) ops.push_back(raise("E()"));
          break;
        default: ops.push_back(line(1 + pick(30))); break;
      }
    }
  }
  return programs;
}

}  // namespace loopline::test
