// CPython's sort: runs found in the data, short ones made longer by insertion, merged in the order that "powersort"
// says, galloping where one side wins often. A comparison may fail, or be inconsistent; which ones are made, in which
// order, is what CPython's list.sort() makes, because a script's `__lt__` can see it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace loopline::script {

/// Sorts numbers by `less(a, b)`: 1, 0, or -1 to give up. Whatever happens the numbers stay a permutation of
/// themselves.
template <class Less>
class Timsort {
 public:
  using Item = std::uint32_t;

  Timsort(std::vector<Item>& items, Less less) : m_items(items), m_less(std::move(less)) {}

  /// False if a comparison failed.
  bool sort() {
    const std::size_t size = m_items.size();
    if (size < 2) return true;
    const std::size_t least = least_run(size);
    for (std::size_t start = 0; start < size;) {
      std::size_t length = 0;
      if (!take_run(start, size, length)) return false;
      if (length < least) {
        const std::size_t wanted = std::min(size - start, least);
        if (!insert_rest(start, start + length, start + wanted)) return false;
        length = wanted;
      }
      if (!make_room_for(start, length)) return false;
      m_runs.push_back({start, length, 0});
      start += length;
    }
    return merge_all();
  }

 private:
  struct Run {
    std::size_t start;
    std::size_t length;
    int power;
  };
  static constexpr std::size_t kGallop = 7;
  static constexpr std::size_t kFailed = SIZE_MAX;

  static std::size_t least_run(std::size_t size) noexcept {
    std::size_t lost = 0;
    for (; size >= 64; size >>= 1U) lost |= size & 1U;
    return size + lost;
  }

  int less(Item left, Item right) { return m_less(left, right); }

  /// The run that begins at `start`; a strictly descending one is turned round.
  bool take_run(std::size_t start, std::size_t end, std::size_t& length) {
    length = 1;
    if (start + 1 == end) return true;
    const int first = less(m_items[start + 1], m_items[start]);
    if (first < 0) return false;
    for (length = 2; start + length < end; ++length) {
      const int next = less(m_items[start + length], m_items[start + length - 1]);
      if (next < 0) return false;
      if (next != first) break;
    }
    if (first != 0) std::reverse(at(start), at(start + length));
    return true;
  }

  /// Binary insertion: [start, sorted) is in order, the items up to `end` join it.
  bool insert_rest(std::size_t start, std::size_t sorted, std::size_t end) {
    for (; sorted < end; ++sorted) {
      const Item pivot = m_items[sorted];
      std::size_t low = start;
      std::size_t high = sorted;
      while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        const int before = less(pivot, m_items[middle]);
        if (before < 0) return false;
        if (before > 0) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      std::copy_backward(at(low), at(sorted), at(sorted + 1));
      m_items[low] = pivot;
    }
    return true;
  }

  /// The depth, in a tree over the whole, of the node that would merge the run at `start` with the one behind it.
  int power_of(std::size_t start, std::size_t length, std::size_t next_length) const noexcept {
    const std::size_t size = m_items.size();
    std::size_t left = 2 * start + length;  // twice the middles of the two
    std::size_t right = left + length + next_length;
    for (int power = 1;; ++power) {
      if (left >= size) {
        left -= size;
        right -= size;
      } else if (right >= size) {
        return power;
      }
      left *= 2;
      right *= 2;
    }
  }

  bool make_room_for(std::size_t /*start*/, std::size_t length) {
    if (m_runs.empty()) return true;
    const int power = power_of(m_runs.back().start, m_runs.back().length, length);
    while (m_runs.size() > 1 && m_runs[m_runs.size() - 2].power > power) {
      if (!merge_at(m_runs.size() - 2)) return false;
    }
    m_runs.back().power = power;
    return true;
  }

  bool merge_all() {
    while (m_runs.size() > 1) {
      std::size_t which = m_runs.size() - 2;
      if (which > 0 && m_runs[which - 1].length < m_runs[which + 1].length) --which;
      if (!merge_at(which)) return false;
    }
    return true;
  }

  bool merge_at(std::size_t which) {
    std::size_t left = m_runs[which].start;
    std::size_t left_length = m_runs[which].length;
    const std::size_t right = m_runs[which + 1].start;
    std::size_t right_length = m_runs[which + 1].length;
    m_runs[which].length += right_length;
    m_runs.erase(m_runs.begin() + static_cast<std::ptrdiff_t>(which) + 1);
    // What is in place already at both ends stays.
    const std::size_t ahead = after_equals(m_items[right], &m_items[left], left_length, 0);
    if (ahead == kFailed) return false;
    left += ahead;
    left_length -= ahead;
    if (left_length == 0) return true;
    right_length = before_equals(m_items[left + left_length - 1], &m_items[right], right_length, right_length - 1);
    if (right_length == kFailed) return false;
    if (right_length == 0) return true;
    return left_length <= right_length ? merge_forward(left, left_length, right, right_length)
                                       : merge_backward(left, left_length, right, right_length);
  }

  /// Where `key` goes in `items`, before what equals it. The search gallops from `hint`.
  std::size_t before_equals(Item key, const Item* items, std::size_t size, std::size_t hint) {
    std::size_t low = 0;
    std::size_t high = 0;
    const int first = less(items[hint], key);
    if (first < 0) return kFailed;
    const std::size_t most = first > 0 ? size - hint : hint + 1;
    std::size_t last = 0;
    std::size_t step = 1;
    while (step < most) {
      const int still = less(items[first > 0 ? hint + step : hint - step], key);
      if (still < 0) return kFailed;
      if (still != first) break;
      last = step;
      step = step * 2 + 1;
    }
    step = std::min(step, most);
    low = first > 0 ? hint + last + 1 : hint + 1 - step;
    high = first > 0 ? hint + step : hint - last;
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      const int before = less(items[middle], key);
      if (before < 0) return kFailed;
      if (before > 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /// The same, behind what equals it.
  std::size_t after_equals(Item key, const Item* items, std::size_t size, std::size_t hint) {
    const int first = less(key, items[hint]);
    if (first < 0) return kFailed;
    const std::size_t most = first > 0 ? hint + 1 : size - hint;
    std::size_t last = 0;
    std::size_t step = 1;
    while (step < most) {
      const int still = less(key, items[first > 0 ? hint - step : hint + step]);
      if (still < 0) return kFailed;
      if (still != first) break;
      last = step;
      step = step * 2 + 1;
    }
    step = std::min(step, most);
    std::size_t low = first > 0 ? hint + 1 - step : hint + last + 1;
    std::size_t high = first > 0 ? hint - last : hint + step;
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      const int before = less(key, items[middle]);
      if (before < 0) return kFailed;
      if (before > 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return high;
  }

  /// Merges with the left run aside, from the front.
  bool merge_forward(std::size_t left, std::size_t left_length, std::size_t right, std::size_t right_length) {
    m_aside.assign(at(left), at(left + left_length));
    Forward side{m_aside.data(), m_aside.data() + left_length, &m_items[right], &m_items[right] + right_length,
                 &m_items[left]};
    *side.to++ = *side.right++;
    const bool ok = side.right_count() == 0 || merge_fronts(side);
    // Whatever is left of the run that lay aside comes last; the rest of the other goes before it if that is one item.
    if (ok && side.right_count() > 0) side.to = std::copy(side.right, side.right_end, side.to);
    std::copy(side.left, side.left_end, side.to);
    return ok;
  }

  struct Forward {
    const Item* left;
    const Item* left_end;
    const Item* right;
    const Item* right_end;
    Item* to;
    std::size_t left_count() const noexcept { return static_cast<std::size_t>(left_end - left); }
    std::size_t right_count() const noexcept { return static_cast<std::size_t>(right_end - right); }
  };

  bool merge_fronts(Forward& side) {
    if (side.left_count() == 1) return true;
    std::size_t gallop = m_gallop;
    for (;;) {
      std::size_t left_wins = 0;
      std::size_t right_wins = 0;
      do {
        const int right_first = less(*side.right, *side.left);
        if (right_first < 0) return false;
        if (right_first > 0) {
          *side.to++ = *side.right++;
          ++right_wins;
          left_wins = 0;
          if (side.right_count() == 0) return true;
        } else {
          *side.to++ = *side.left++;
          ++left_wins;
          right_wins = 0;
          if (side.left_count() == 1) return true;
        }
      } while (std::max(left_wins, right_wins) < gallop);
      ++gallop;
      do {
        gallop -= gallop > 1 ? 1U : 0U;
        m_gallop = gallop;
        left_wins = after_equals(*side.right, side.left, side.left_count(), 0);
        if (left_wins == kFailed) return false;
        side.to = std::copy(side.left, side.left + left_wins, side.to);
        side.left += left_wins;
        if (left_wins > 0 && side.left_count() <= 1) return true;
        *side.to++ = *side.right++;
        if (side.right_count() == 0) return true;
        right_wins = before_equals(*side.left, side.right, side.right_count(), 0);
        if (right_wins == kFailed) return false;
        side.to = std::copy(side.right, side.right + right_wins, side.to);
        side.right += right_wins;
        if (side.right_count() == 0) return true;
        *side.to++ = *side.left++;
        if (side.left_count() == 1) return true;
      } while (left_wins >= kGallop || right_wins >= kGallop);
      ++gallop;
      m_gallop = gallop;
    }
  }

  /// Merges with the right run aside, from the back.
  bool merge_backward(std::size_t left, std::size_t left_length, std::size_t right, std::size_t right_length) {
    m_aside.assign(at(right), at(right + right_length));
    Backward side{&m_items[left], left_length, m_aside.data(), right_length, &m_items[right] + right_length};
    side.put_left();
    const bool ok = side.left_count == 0 || merge_backs(side);
    if (ok && side.left_count > 0) {
      side.to = std::copy_backward(side.left, side.left + side.left_count, side.to);
      side.left_count = 0;
    }
    std::copy_backward(side.right, side.right + side.right_count, side.to);
    return ok;
  }

  struct Backward {
    const Item* left;
    std::size_t left_count;
    const Item* right;
    std::size_t right_count;
    Item* to;  // one behind the place of the next item
    Item left_last() const noexcept { return left[left_count - 1]; }
    Item right_last() const noexcept { return right[right_count - 1]; }
    void put_left() noexcept { *--to = left[--left_count]; }
    void put_right() noexcept { *--to = right[--right_count]; }
  };

  bool merge_backs(Backward& side) {
    if (side.right_count == 1) return true;
    std::size_t gallop = m_gallop;
    for (;;) {
      std::size_t left_wins = 0;
      std::size_t right_wins = 0;
      do {
        const int right_first = less(side.right_last(), side.left_last());
        if (right_first < 0) return false;
        if (right_first > 0) {
          side.put_left();
          ++left_wins;
          right_wins = 0;
          if (side.left_count == 0) return true;
        } else {
          side.put_right();
          ++right_wins;
          left_wins = 0;
          if (side.right_count == 1) return true;
        }
      } while (std::max(left_wins, right_wins) < gallop);
      ++gallop;
      do {
        gallop -= gallop > 1 ? 1U : 0U;
        m_gallop = gallop;
        const std::size_t kept_left = after_equals(side.right_last(), side.left, side.left_count, side.left_count - 1);
        if (kept_left == kFailed) return false;
        left_wins = side.left_count - kept_left;
        while (side.left_count > kept_left) side.put_left();
        if (left_wins > 0 && side.left_count == 0) return true;
        side.put_right();
        if (side.right_count == 1) return true;
        const std::size_t kept_right =
            before_equals(side.left_last(), side.right, side.right_count, side.right_count - 1);
        if (kept_right == kFailed) return false;
        right_wins = side.right_count - kept_right;
        while (side.right_count > kept_right) side.put_right();
        if (right_wins > 0 && side.right_count <= 1) return true;
        side.put_left();
        if (side.left_count == 0) return true;
      } while (left_wins >= kGallop || right_wins >= kGallop);
      ++gallop;
      m_gallop = gallop;
    }
  }

  auto at(std::size_t index) noexcept { return m_items.begin() + static_cast<std::ptrdiff_t>(index); }

  std::vector<Item>& m_items;
  Less m_less;
  std::vector<Run> m_runs;
  std::vector<Item> m_aside;
  std::size_t m_gallop = kGallop;
};

}  // namespace loopline::script
