#include "script/objects/dict.h"

#include <algorithm>

#include "script/vm.h"

namespace loopline::script {

namespace {

constexpr std::int32_t kFree = -1;

/// The places where a hash may be, one after another. Numbers are their own hashes: those that follow one another stand
/// side by side, which the memory's caches like; the upper bits, which come in step by step, part the multiples of a
/// power of two.
class DictProbes {
 public:
  DictProbes(std::int64_t hash, std::size_t mask) noexcept
      : m_mask(mask), m_upper(static_cast<std::uint64_t>(hash)), m_at(static_cast<std::size_t>(hash) & mask) {}
  std::size_t place() const noexcept { return m_at; }
  void advance() noexcept {
    m_upper >>= 5U;
    m_at = (m_at * 5 + 1 + static_cast<std::size_t>(m_upper)) & m_mask;
  }

 private:
  std::size_t m_mask;
  std::uint64_t m_upper;
  std::size_t m_at;
};

constexpr std::size_t kGreatDict = 10'000;     // entries
constexpr std::uint64_t kGreatDictCost = 12;   // instructions: what is so large is not in the caches
constexpr std::uint64_t kCostOfClashes = 512;  // of 32 keys with one hash

/// Identity, or equality of two strings, is enough for most keys; anything else asks the machine.
bool same_simple(const Value& left, const Value& right, bool& decided) noexcept {
  decided = true;
  if (left.is_identical(right)) return true;
  if (const Str* l = as_str(left); l != nullptr) {
    if (const Str* r = as_str(right); r != nullptr) return l->equals(*r);
  }
  if (left.is_int() && right.is_int()) return false;
  decided = false;
  return false;
}

}  // namespace

Dict::~Dict() { loop::Memory::current().shrank(m_accounted); }

void Dict::account() noexcept {
  loop::Memory& memory = loop::Memory::current();
  memory.shrank(m_accounted);
  m_accounted = m_entries.capacity() * sizeof(Entry) + m_index.capacity() * sizeof(std::int32_t);
  memory.grew(m_accounted);
}

std::int32_t Dict::find(const Str& key) const noexcept {
  if (m_index.empty()) {
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
      const Entry& entry = m_entries[i];
      if (entry.key.is_object() && entry.key.as_object() == &key) return static_cast<std::int32_t>(i);
    }
    // Equal text in another object.
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
      const Str* other = as_str(m_entries[i].key);
      if (other != nullptr && other->equals(key)) return static_cast<std::int32_t>(i);
    }
    return kMissing;
  }
  const std::size_t mask = m_index.size() - 1;
  const std::int64_t hash = key.hash();
  for (DictProbes probes(hash, mask);; probes.advance()) {
    const std::int32_t index = m_index[probes.place()];
    if (index == kFree) return kMissing;
    const Entry& entry = m_entries[static_cast<std::size_t>(index)];
    if (entry.hash != hash) continue;
    const Str* other = as_str(entry.key);
    if (other != nullptr && other->equals(key)) return index;
  }
}

std::int32_t Dict::find(Vm& vm, const Value& key, std::int64_t hash) const {
  for (;;) {
    const std::uint32_t version = m_version;
    const std::size_t count = m_entries.size();
    bool restart = false;
    const auto matches = [&](std::size_t index, int& result) {
      const Entry& entry = m_entries[index];
      if (entry.hash != hash || !entry.key.is_set()) return;
      bool decided = false;
      const bool same = same_simple(entry.key, key, decided);
      if (decided) {
        result = same ? 1 : 0;
        return;
      }
      const Value other = entry.key;  // comparing may change the dictionary
      result = vm.equals(other, key);
      restart = version != m_version;
    };
    if (m_index.empty()) {
      for (std::size_t i = 0; i < count && !restart; ++i) {
        int result = 0;
        matches(i, result);
        if (result < 0) return kFailed;
        if (result > 0 && !restart) return static_cast<std::int32_t>(i);
      }
    } else {
      const std::size_t mask = m_index.size() - 1;
      std::size_t clashes = 0;
      for (DictProbes probes(hash, mask); !restart; probes.advance()) {
        const std::int32_t index = m_index[probes.place()];
        if (index == kFree) break;
        if ((++clashes & 0x1fU) == 0 && !vm.spend(kCostOfClashes)) return kFailed;
        int result = 0;
        matches(static_cast<std::size_t>(index), result);
        if (result < 0) return kFailed;
        if (result > 0 && !restart) return index;
      }
    }
    if (!restart) return kMissing;
  }
}

void Dict::index_entry(std::int32_t entry, std::int64_t hash) noexcept {
  const std::size_t mask = m_index.size() - 1;
  DictProbes probes(hash, mask);
  while (m_index[probes.place()] != kFree) probes.advance();
  m_index[probes.place()] = entry;
}

/// Drops deleted entries and makes room for `capacity` of them.
void Dict::rebuild(std::size_t capacity) {
  std::erase_if(m_entries, [](const Entry& entry) { return !entry.key.is_set(); });
  if (capacity <= kUnindexed) {
    m_index.clear();
    return;
  }
  std::size_t size = 16;
  while (size < capacity * 2) size *= 2;
  m_index.assign(size, kFree);
  for (std::size_t i = 0; i < m_entries.size(); ++i) index_entry(static_cast<std::int32_t>(i), m_entries[i].hash);
}

void Dict::insert_new(Value key, std::int64_t hash, Value value) {
  const std::size_t limit = m_index.empty() ? kUnindexed : m_index.size() / 2;
  if (m_entries.size() >= limit) {
    rebuild(m_used < m_entries.size() / 2 ? m_used + 1 : std::max(m_used * 2, kUnindexed + 1));
  }
  m_entries.push_back({std::move(key), std::move(value), hash});
  ++m_used;
  ++m_version;
  if (!m_index.empty()) index_entry(static_cast<std::int32_t>(m_entries.size() - 1), hash);
  if (m_entries.capacity() * sizeof(Entry) + m_index.capacity() * sizeof(std::int32_t) != m_accounted) account();
}

bool Dict::set(Vm& vm, const Value& key, std::int64_t hash, Value value) {
  const std::int32_t index = find(vm, key, hash);
  if (index == kFailed) return false;
  if (index >= 0) {
    entry(index).value = std::move(value);
    return true;
  }
  // What it takes to grow is taken while the old storage is still there.
  const std::size_t room = m_entries.capacity();
  if (m_entries.size() == room && room > kGreatDict && !vm.check_memory(2 * room * sizeof(Entry))) return false;
  if (room > kGreatDict && !vm.spend(kGreatDictCost)) return false;
  insert_new(key, hash, std::move(value));
  return true;
}

void Dict::set(Str& key, Value value) {
  const std::int32_t index = find(key);
  if (index >= 0) {
    entry(index).value = std::move(value);
  } else {
    insert_new(Value(&key), key.hash(), std::move(value));
  }
}

bool Dict::erase(const Str& key) {
  const std::int32_t index = find(key);
  if (index < 0) return false;
  erase_at(index);
  return true;
}

void Dict::erase_at(std::int32_t index) {
  // The entry stays as a gap, so that the places of the others hold; its index slot still leads to it.
  Entry& gone = entry(index);
  const Value key = std::move(gone.key);
  const Value value = std::move(gone.value);
  --m_used;
  ++m_version;
  if (m_used == 0) {
    m_entries.clear();
    std::fill(m_index.begin(), m_index.end(), kFree);
    return;
  }
  // Gaps at the end go at once: popitem() from the end stays cheap.
  while (!m_entries.back().key.is_set()) drop_last();
}

/// The index is what inserting the entries one after another made it: without the last one its place was free.
void Dict::drop_last() noexcept {
  if (!m_index.empty()) {
    const auto place = static_cast<std::int32_t>(m_entries.size() - 1);
    const std::size_t mask = m_index.size() - 1;
    DictProbes probes(m_entries.back().hash, mask);
    while (m_index[probes.place()] != place) probes.advance();
    m_index[probes.place()] = kFree;
  }
  m_entries.pop_back();
}

void Dict::clear() noexcept {
  std::vector<Entry> entries;
  entries.swap(m_entries);
  m_index.clear();
  m_used = 0;
  ++m_version;
}

void Dict::move_to_end(std::int32_t index, bool last) {
  Entry moved = std::move(entry(index));
  m_entries.erase(m_entries.begin() + index);
  if (last) {
    m_entries.push_back(std::move(moved));
  } else {
    m_entries.insert(m_entries.begin(), std::move(moved));
  }
  ++m_version;
  rebuild(m_index.empty() ? m_used : std::max(m_used, kUnindexed + 1));
}

Ref<Dict> Dict::copy() const {
  Ref<Dict> copied = make<Dict>();
  copied->m_entries.reserve(m_used);
  for (const Entry& entry : m_entries) {
    if (entry.key.is_set()) copied->m_entries.push_back(entry);
  }
  copied->m_used = m_used;
  if (m_used > kUnindexed) copied->rebuild(m_used);
  copied->account();
  return copied;
}

std::int32_t Dict::next(std::size_t from) const noexcept {
  for (std::size_t i = from; i < m_entries.size(); ++i) {
    if (m_entries[i].key.is_set()) return static_cast<std::int32_t>(i);
  }
  return kMissing;
}

std::int32_t Dict::last() const noexcept {
  for (std::size_t i = m_entries.size(); i-- > 0;) {
    if (m_entries[i].key.is_set()) return static_cast<std::int32_t>(i);
  }
  return kMissing;
}

void Dict::visit(Visitor& visitor) const {
  for (const Entry& entry : m_entries) {
    visit_value(visitor, entry.key);
    visit_value(visitor, entry.value);
  }
}

}  // namespace loopline::script
