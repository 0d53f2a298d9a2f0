#include "compiler.h"
#include "script/vm.h"

namespace loopline::script {

void Compiler::match_statement(const ast::Match& node) {
  Label end;
  const Register subject = expression(*node.subject);
  for (const ast::match_case* each : node.cases) {
    Label next;
    const Register mark = m_unit->mark();
    if (m_options.traces_lines) emit_line(*each->pattern);
    pattern(*each->pattern, subject, next);
    if (each->guard != nullptr) condition(*each->guard, false, next);
    m_unit->free_to(mark);
    body(each->body);
    m_unit->jump(Op::jump, end);
    m_unit->bind(next);
  }
  m_unit->bind(end);
}

void Compiler::pattern(const ast::pattern& node, Register subject, Label& fail_label) {
  const Register mark = m_unit->mark();
  at(node);
  switch (node.kind) {
    case ast::Kind::MatchValue: {
      const Operand value = operand(*ast::as<ast::MatchValue>(&node)->value);
      const Register result = m_unit->new_temporary();
      at(node);
      m_unit->emit(Op::equal, result, subject, value);
      m_unit->jump(Op::jump_if_false, fail_label, result);
      break;
    }
    case ast::Kind::MatchSingleton: {
      const ast::ConstantType type = ast::as<ast::MatchSingleton>(&node)->value;
      const Value value = type == ast::ConstantType::None ? Value::none() : Value(type == ast::ConstantType::True);
      const Register result = m_unit->new_temporary();
      m_unit->emit(Op::is, result, subject, m_unit->constant(value));
      m_unit->jump(Op::jump_if_false, fail_label, result);
      break;
    }
    case ast::Kind::MatchSequence: pattern_sequence(*ast::as<ast::MatchSequence>(&node), subject, fail_label); break;
    case ast::Kind::MatchMapping: pattern_mapping(*ast::as<ast::MatchMapping>(&node), subject, fail_label); break;
    case ast::Kind::MatchClass: pattern_class(*ast::as<ast::MatchClass>(&node), subject, fail_label); break;
    case ast::Kind::MatchStar: break;  // part of a sequence, dealt with there
    case ast::Kind::MatchAs: {
      const auto& as = *ast::as<ast::MatchAs>(&node);
      if (as.pattern != nullptr) pattern(*as.pattern, subject, fail_label);
      if (!as.name.empty()) store_name(as.name, subject, node);
      break;
    }
    case ast::Kind::MatchOr: pattern_or(*ast::as<ast::MatchOr>(&node), subject, fail_label); break;
    default: fail(node, "this pattern is not supported", Diagnostic::Kind::unsupported);
  }
  m_unit->free_to(mark);
}

void Compiler::pattern_or(const ast::MatchOr& node, Register subject, Label& fail_label) {
  Label matched;
  for (std::size_t i = 0; i < node.patterns.size(); ++i) {
    if (i + 1 == node.patterns.size()) {
      pattern(*node.patterns[i], subject, fail_label);
      break;
    }
    Label next;
    pattern(*node.patterns[i], subject, next);
    m_unit->jump(Op::jump, matched);
    m_unit->bind(next);
  }
  m_unit->bind(matched);
}

void Compiler::pattern_sequence(const ast::MatchSequence& node, Register subject, Label& fail_label) {
  const Register result = m_unit->new_temporary();
  m_unit->emit(Op::match_sequence, result, subject);
  m_unit->jump(Op::jump_if_false, fail_label, result);
  int star = -1;
  for (std::size_t i = 0; i < node.patterns.size(); ++i) {
    if (!ast::is<ast::MatchStar>(node.patterns[i])) continue;
    if (star >= 0) {
      fail(*node.patterns[i], "multiple starred expressions in sequence pattern");
      return;
    }
    star = static_cast<int>(i);
  }
  const auto count = static_cast<std::uint16_t>(node.patterns.size());
  const auto least = static_cast<std::uint16_t>(star < 0 ? count : count - 1);
  m_unit->emit(Op::match_length, result, subject, least, star < 0 ? 0 : 1);
  m_unit->jump(Op::jump_if_false, fail_label, result);
  const Register items = m_unit->new_temporaries(count);
  if (star < 0) {
    m_unit->emit(Op::unpack, items, subject, count);
  } else {
    m_unit->emit(Op::unpack_starred, items, subject, static_cast<std::uint16_t>(star),
                 static_cast<std::uint8_t>(count - 1 - star));
  }
  for (std::uint16_t i = 0; i < count; ++i) {
    const auto item = static_cast<Register>(items + i);
    if (static_cast<int>(i) == star) {
      const auto& starred = *ast::as<ast::MatchStar>(node.patterns[i]);
      if (!starred.name.empty()) store_name(starred.name, item, starred);
    } else {
      pattern(*node.patterns[i], item, fail_label);
    }
  }
}

void Compiler::pattern_mapping(const ast::MatchMapping& node, Register subject, Label& fail_label) {
  const Register result = m_unit->new_temporary();
  m_unit->emit(Op::match_mapping, result, subject);
  m_unit->jump(Op::jump_if_false, fail_label, result);
  const Register keys = m_unit->new_temporary();
  const auto count = static_cast<std::uint16_t>(node.keys.size());
  {
    const Register mark = m_unit->mark();
    const Register base = m_unit->new_temporaries(count);
    for (std::uint16_t i = 0; i < count; ++i) expression_to(*node.keys[i], static_cast<Register>(base + i));
    m_unit->emit(Op::build_tuple, keys, base, count);
    m_unit->free_unset_to(mark);
  }
  const Register values = m_unit->new_temporary();
  m_unit->emit(Op::match_keys, values, subject, keys);
  m_unit->jump(Op::jump_if_none, fail_label, values);
  if (count > 0) {
    const Register items = m_unit->new_temporaries(count);
    m_unit->emit(Op::unpack, items, values, count);
    for (std::uint16_t i = 0; i < count; ++i) pattern(*node.patterns[i], static_cast<Register>(items + i), fail_label);
  }
  if (!node.rest.empty()) {
    const Register rest = m_unit->new_temporary();
    m_unit->emit(Op::match_rest, rest, subject, keys);
    store_name(node.rest, rest, node);
  }
}

void Compiler::pattern_class(const ast::MatchClass& node, Register subject, Label& fail_label) {
  const Register cls = expression(*node.cls);
  std::vector<Value> names;
  for (const ast::Identifier name : node.kwd_attrs) names.emplace_back(m_vm.intern(name));
  const Register values = m_unit->new_temporary();
  at(node);
  m_unit->emit(Op::match_class, values, subject, cls);
  m_unit->emit_extra(m_unit->constant_index(Tuple::create(names)), static_cast<std::int32_t>(node.patterns.size()));
  m_unit->jump(Op::jump_if_none, fail_label, values);
  const auto count = static_cast<std::uint16_t>(node.patterns.size() + node.kwd_patterns.size());
  if (count == 0) return;
  const Register items = m_unit->new_temporaries(count);
  m_unit->emit(Op::unpack, items, values, count);
  for (std::uint16_t i = 0; i < count; ++i) {
    const std::size_t positional = node.patterns.size();
    const ast::pattern& inner = i < positional ? *node.patterns[i] : *node.kwd_patterns[i - positional];
    pattern(inner, static_cast<Register>(items + i), fail_label);
  }
}

}  // namespace loopline::script
