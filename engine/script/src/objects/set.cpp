#include "script/objects/set.h"

#include <algorithm>

#include "script/objects/sequences.h"
#include "script/objects/str.h"
#include "script/vm.h"

namespace loopline::script {

namespace {

// The constants of CPython's setobject.c: they decide the order of numbers.
constexpr std::size_t kLinearProbes = 9;
constexpr unsigned kPerturbShift = 5;
constexpr std::size_t kFailedSlot = static_cast<std::size_t>(-1);
constexpr std::size_t kGreatSet = 10'000;  // elements

bool is_number(const Value& value) noexcept {
  if (value.is_int() || value.is_bool() || value.is_float() || value.is_object(kind::big_int)) return true;
  const Tuple* tuple = as_tuple(value);
  return tuple != nullptr && std::all_of(tuple->begin(), tuple->end(), is_number);
}

/// The sequence of slots in which a hash looks for its place.
class Probes {
 public:
  Probes(std::int64_t hash, std::size_t mask) noexcept
      : m_mask(mask), m_perturb(static_cast<std::uint64_t>(hash)), m_start(static_cast<std::size_t>(hash) & mask) {
    m_left = m_start + kLinearProbes <= mask ? kLinearProbes : 0;
    m_at = m_start;
  }
  std::size_t slot() const noexcept { return m_at; }
  void advance() noexcept {
    if (m_left > 0) {
      --m_left;
      ++m_at;
      return;
    }
    m_perturb >>= kPerturbShift;
    m_start = (m_start * 5 + 1 + static_cast<std::size_t>(m_perturb)) & m_mask;
    m_left = m_start + kLinearProbes <= m_mask ? kLinearProbes : 0;
    m_at = m_start;
  }

 private:
  std::size_t m_mask;
  std::uint64_t m_perturb;
  std::size_t m_start;
  std::size_t m_at;
  std::size_t m_left;
};

}  // namespace

Set::~Set() { loop::Memory::current().shrank(m_accounted); }

void Set::account() noexcept {
  loop::Memory& memory = loop::Memory::current();
  memory.shrank(m_accounted);
  m_accounted = m_elements.capacity() * sizeof(Element) + m_table.capacity() * sizeof(std::int32_t);
  memory.grew(m_accounted);
}

std::size_t Set::probe(Vm& vm, const Value& key, std::int64_t hash, std::size_t* reusable) const {
  const Str* text = as_str(key);
  for (;;) {
    const std::uint32_t version = m_version;
    bool restart = false;
    if (reusable != nullptr) *reusable = kFailedSlot;
    std::size_t clashes = 0;
    for (Probes probes(hash, m_table.size() - 1); !restart; probes.advance()) {
      const std::int32_t place = m_table[probes.slot()];
      if (place == kFree) return probes.slot();
      if ((++clashes & 0x1fU) == 0 && !vm.spend(512)) return kFailedSlot;
      if (place == kDeleted) {
        if (reusable != nullptr) *reusable = probes.slot();
        continue;
      }
      const Element& element = m_elements[static_cast<std::size_t>(place)];
      if (element.hash != hash) continue;
      if (element.key.is_identical(key)) return probes.slot();
      const Str* other_text = as_str(element.key);
      if (text != nullptr && other_text != nullptr) {
        if (text->equals(*other_text)) return probes.slot();
        continue;
      }
      const Value other = element.key;  // comparing may change the set
      const int same = vm.equals(other, key);
      if (same < 0) return kFailedSlot;
      restart = version != m_version;
      if (same > 0 && !restart) return probes.slot();
    }
  }
}

std::size_t Set::free_slot(std::int64_t hash) const noexcept {
  Probes probes(hash, m_table.size() - 1);
  while (m_table[probes.slot()] != kFree) probes.advance();
  return probes.slot();
}

Set::Found Set::contains(Vm& vm, const Value& key, std::int64_t hash) const {
  if (m_used == 0) return Found::no;
  const std::size_t slot = probe(vm, key, hash);
  if (slot == kFailedSlot) return Found::failed;
  return m_table[slot] >= 0 ? Found::yes : Found::no;
}

void Set::append(const Value& key, std::int64_t hash, std::size_t slot) {
  m_table[slot] = static_cast<std::int32_t>(m_elements.size());
  m_first = std::min(m_first, m_elements.size());
  m_elements.push_back({key, hash, static_cast<std::uint32_t>(slot)});
  ++m_fill;
  ++m_used;
  ++m_version;
  if (!is_number(key)) ++m_others;
  if (m_elements.capacity() * sizeof(Element) + m_table.capacity() * sizeof(std::int32_t) != m_accounted) account();
}

bool Set::add(Vm& vm, const Value& key, std::int64_t hash) {
  // The last place of something deleted that the search came by is taken again.
  std::size_t reusable = kFailedSlot;
  const std::size_t slot = probe(vm, key, hash, &reusable);
  if (slot == kFailedSlot) return false;
  if (m_table[slot] >= 0) return true;
  // What it takes to grow is taken while the old storage is still there.
  const std::size_t room = m_elements.capacity();
  if (m_elements.size() == room && room > kGreatSet && !vm.check_memory(2 * room * sizeof(Element))) return false;
  const bool reuses = reusable != kFailedSlot;
  append(key, hash, reuses ? reusable : slot);
  if (reuses) {
    --m_fill;
  } else if (m_fill * 5 >= (m_table.size() - 1) * 3) {
    resize(m_used > 50000 ? m_used * 2 : m_used * 4);
  }
  if (m_elements.size() > 2 * m_used + kMinimum) compact();
  return true;
}

Value Set::take_out(std::size_t slot) {
  Element& element = m_elements[static_cast<std::size_t>(m_table[slot])];
  m_table[slot] = kDeleted;
  Value key = std::move(element.key);
  --m_used;
  ++m_version;
  if (!is_number(key)) --m_others;
  while (!m_elements.empty() && !m_elements.back().key.is_set()) m_elements.pop_back();
  return key;
}

Set::Found Set::discard(Vm& vm, const Value& key, std::int64_t hash) {
  const std::size_t slot = probe(vm, key, hash);
  if (slot == kFailedSlot) return Found::failed;
  if (m_table[slot] < 0) return Found::no;
  const Value gone = take_out(slot);
  return Found::yes;
}

void Set::clear() noexcept {
  std::vector<Element> old;
  old.swap(m_elements);
  m_table.assign(kMinimum, kFree);
  m_fill = m_used = m_others = m_first = 0;
  ++m_version;
}

/// The elements in the order of the old table find their places in the new one, as CPython does it.
void Set::resize(std::size_t minimum) {
  std::size_t size = kMinimum;
  while (size <= minimum) size *= 2;
  std::vector<std::int32_t> old(size, kFree);
  old.swap(m_table);
  m_fill = m_used;
  for (const std::int32_t place : old) {
    if (place < 0) continue;
    Element& element = m_elements[static_cast<std::size_t>(place)];
    const std::size_t slot = free_slot(element.hash);
    element.slot = static_cast<std::uint32_t>(slot);
    m_table[slot] = place;
  }
  account();
}

/// Closes the gaps between the elements.
void Set::compact() {
  std::erase_if(m_elements, [](const Element& element) { return !element.key.is_set(); });
  for (std::size_t i = 0; i < m_elements.size(); ++i) m_table[m_elements[i].slot] = static_cast<std::int32_t>(i);
  m_first = 0;
}

bool Set::merge(Vm& vm, const Set& other) {
  if (&other == this || other.m_used == 0) return true;
  reserve_for(other.m_used);
  if (m_fill != 0) {
    // Normal insertion in the order of the other's table; what is new stands in the other's own order.
    if (m_elements.size() != m_used) compact();
    const std::size_t before = m_elements.size();
    for (const Element& element : other.table_elements()) {
      if (!add(vm, element.key, element.hash)) return false;
    }
    if (m_elements.size() > before + 1 && m_others != 0) order_tail(before, other);
    return true;
  }
  // Into an empty table: no comparisons. Slots are given in the order of the other's table, places in its own order.
  const bool same_shape = m_table.size() == other.m_table.size() && other.m_fill == other.m_used;
  std::vector<std::int32_t> place_of(other.m_elements.size(), kFree);
  m_elements.clear();
  m_elements.reserve(other.m_used);
  for (std::size_t i = 0; i < other.m_elements.size(); ++i) {
    if (!other.m_elements[i].key.is_set()) continue;
    place_of[i] = static_cast<std::int32_t>(m_elements.size());
    m_elements.push_back(other.m_elements[i]);
  }
  for (std::size_t i = 0; i < other.m_table.size(); ++i) {
    if (other.m_table[i] < 0) continue;
    const std::int32_t place = place_of[static_cast<std::size_t>(other.m_table[i])];
    Element& element = m_elements[static_cast<std::size_t>(place)];
    const std::size_t slot = same_shape ? i : free_slot(element.hash);
    element.slot = static_cast<std::uint32_t>(slot);
    m_table[slot] = place;
  }
  m_fill = m_used = other.m_used;
  m_others = other.m_others;
  m_first = 0;
  ++m_version;
  account();
  return true;
}

/// The elements from a place on, which came from another set, get that one's order.
void Set::order_tail(std::size_t from, const Set& other) {
  std::vector<std::size_t> places;
  for (const Element& element : other.m_elements) {
    if (!element.key.is_set()) continue;
    for (Probes probes(element.hash, m_table.size() - 1); m_table[probes.slot()] != kFree; probes.advance()) {
      if (m_table[probes.slot()] < 0) continue;
      const auto place = static_cast<std::size_t>(m_table[probes.slot()]);
      if (!m_elements[place].key.is_identical(element.key)) continue;
      if (place >= from) places.push_back(place);
      break;
    }
  }
  // Comparing may have changed either set meanwhile.
  if (places.size() != m_elements.size() - from) return;
  std::vector<Element> tail;
  tail.reserve(places.size());
  for (const std::size_t place : places) tail.push_back(std::move(m_elements[place]));
  for (std::size_t i = 0; i < tail.size(); ++i) {
    m_table[tail[i].slot] = static_cast<std::int32_t>(from + i);
    m_elements[from + i] = std::move(tail[i]);
  }
}

Ref<Set> Set::copy(Vm& vm, bool frozen) const {
  Ref<Set> copied = make<Set>(frozen);
  // Merging into an empty set compares nothing, so it cannot fail.
  static_cast<void>(copied->merge(vm, *this));
  return copied;
}

const Set::Element* Set::next(std::size_t& position) const noexcept {
  if (is_numeric()) {
    while (position < m_table.size()) {
      const std::int32_t place = m_table[position++];
      if (place >= 0) return &m_elements[static_cast<std::size_t>(place)];
    }
    return nullptr;
  }
  position = std::max(position, m_first);
  while (position < m_elements.size()) {
    const Element& element = m_elements[position++];
    if (element.key.is_set()) return &element;
  }
  return nullptr;
}

std::vector<Value> Set::elements() const {
  std::vector<Value> elements;
  elements.reserve(m_used);
  std::size_t position = 0;
  while (const Element* element = next(position)) elements.push_back(element->key);
  return elements;
}

std::vector<Set::Element> Set::table_elements() const {
  std::vector<Element> elements;
  elements.reserve(m_used);
  for (const std::int32_t place : m_table) {
    if (place >= 0) elements.push_back(m_elements[static_cast<std::size_t>(place)]);
  }
  return elements;
}

void Set::order_as(const Set& other) {
  if (m_others == 0) return;
  std::vector<Element> ordered;
  ordered.reserve(m_used);
  const auto take = [&](Element& element) {
    m_table[element.slot] = static_cast<std::int32_t>(ordered.size());
    ordered.push_back(std::move(element));
    element.key.reset();
  };
  for (const Element& element : other.m_elements) {
    if (!element.key.is_set()) continue;
    // The object itself, else one of its hash: an equal one, as nothing else of this hash came from there.
    Element* same = nullptr;
    for (Probes probes(element.hash, m_table.size() - 1); m_table[probes.slot()] != kFree; probes.advance()) {
      const std::int32_t place = m_table[probes.slot()];
      if (place < 0 || static_cast<std::size_t>(place) >= m_elements.size()) continue;
      Element& own = m_elements[static_cast<std::size_t>(place)];
      if (!own.key.is_set() || own.slot != probes.slot() || own.hash != element.hash) continue;
      if (same == nullptr || own.key.is_identical(element.key)) same = &own;
    }
    if (same != nullptr) take(*same);
  }
  for (Element& element : m_elements) {
    if (element.key.is_set()) take(element);
  }
  m_elements.swap(ordered);
  m_first = 0;
}

void Set::reserve_for(std::size_t more) {
  if ((m_fill + more) * 5 >= (m_table.size() - 1) * 3) resize((m_used + more) * 2);
}

void Set::shed_deleted() {
  if (m_fill - m_used > (m_table.size() - 1) / 4) resize(m_used > 50000 ? m_used * 2 : m_used * 4);
}

void Set::take_from(Set& other) noexcept {
  m_table.swap(other.m_table);
  m_elements.swap(other.m_elements);
  std::swap(m_fill, other.m_fill);
  std::swap(m_used, other.m_used);
  std::swap(m_others, other.m_others);
  std::swap(m_first, other.m_first);
  std::swap(m_accounted, other.m_accounted);
  ++m_version;
}

Value Set::pop() {
  if (!is_numeric()) {
    while (!m_elements[m_first].key.is_set()) ++m_first;
    return take_out(m_elements[m_first].slot);
  }
  std::size_t slot = m_finger & (m_table.size() - 1);
  while (m_table[slot] < 0) slot = (slot + 1) & (m_table.size() - 1);
  m_finger = slot + 1;
  return take_out(slot);
}

void Set::visit(Visitor& visitor) const {
  for (const Element& element : m_elements) visit_value(visitor, element.key);
}

}  // namespace loopline::script
