#include "syntax_warnings.h"

#include <algorithm>

#include "script/syntax/walk.h"

namespace loopline::script {

namespace syntax_warning_parts {

using ast::ConstantType;
using ast::Kind;

bool is_number(const ast::expr& node) {
  if (!ast::is<ast::Constant>(&node)) return false;
  const ConstantType type = ast::as<ast::Constant>(&node)->type;
  return type == ConstantType::Int || type == ConstantType::BigInt || type == ConstantType::Float ||
         type == ConstantType::Imaginary;
}

/// What CPython has made a constant of before it compiles.
bool is_constant(const ast::expr& node) {
  switch (node.kind) {
    case Kind::Constant: return true;
    case Kind::UnaryOp: return is_number(*ast::as<ast::UnaryOp>(&node)->operand);
    case Kind::BinOp: {
      const auto& sum = *ast::as<ast::BinOp>(&node);
      return is_number(*sum.left) && is_number(*sum.right);
    }
    case Kind::Tuple: {
      const auto& tuple = *ast::as<ast::Tuple>(&node);
      return std::all_of(tuple.elts.begin(), tuple.elts.end(), [](const auto* each) { return is_constant(*each); });
    }
    default: return false;
  }
}

/// A constant of which there may be several that are equal.
bool is_literal(const ast::expr& node) {
  if (!ast::is<ast::Constant>(&node)) return is_constant(node);
  const ConstantType type = ast::as<ast::Constant>(&node)->type;
  return type != ConstantType::None && type != ConstantType::True && type != ConstantType::False &&
         type != ConstantType::Ellipsis;
}

/// The type's name where the text alone tells it; else null.
const char* type_of(const ast::expr& node) {
  switch (node.kind) {
    case Kind::Tuple: return "tuple";
    case Kind::List:
    case Kind::ListComp: return "list";
    case Kind::Dict:
    case Kind::DictComp: return "dict";
    case Kind::Set:
    case Kind::SetComp: return "set";
    case Kind::GeneratorExp: return "generator";
    case Kind::Lambda: return "function";
    case Kind::JoinedStr:
    case Kind::FormattedValue: return "str";
    case Kind::Constant: break;
    default: return nullptr;
  }
  switch (ast::as<ast::Constant>(&node)->type) {
    case ConstantType::None: return "NoneType";
    case ConstantType::True:
    case ConstantType::False: return "bool";
    case ConstantType::Ellipsis: return "ellipsis";
    case ConstantType::Int:
    case ConstantType::BigInt: return "int";
    case ConstantType::Float: return "float";
    case ConstantType::Imaginary: return "complex";
    case ConstantType::Str: return "str";
    case ConstantType::Bytes: return "bytes";
  }
  return nullptr;
}

bool has_no_items(const ast::expr& node) {
  switch (node.kind) {
    case Kind::Set:
    case Kind::SetComp:
    case Kind::GeneratorExp:
    case Kind::Lambda: return true;
    case Kind::Constant: {
      const ConstantType type = ast::as<ast::Constant>(&node)->type;
      return type != ConstantType::Str && type != ConstantType::Bytes;
    }
    default: return false;
  }
}

bool is_sequence(const ast::expr& node) {
  switch (node.kind) {
    case Kind::Tuple:
    case Kind::List:
    case Kind::ListComp:
    case Kind::JoinedStr:
    case Kind::FormattedValue: return true;
    case Kind::Constant: return !has_no_items(node);
    default: return false;
  }
}

class Finder {
 public:
  std::vector<SyntaxWarning> found;

  void look(const ast::Node& node) {
    switch (node.kind) {
      case Kind::Compare: compare(*ast::as<ast::Compare>(&node)); break;
      case Kind::Assert: {
        const ast::expr& test = *ast::as<ast::Assert>(&node)->test;
        if (ast::is<ast::Tuple>(&test) && !ast::as<ast::Tuple>(&test)->elts.empty()) {
          warn(node, "assertion is always true, perhaps remove parentheses?");
        }
        break;
      }
      case Kind::Call: call(*ast::as<ast::Call>(&node)); break;
      case Kind::Subscript: subscript(*ast::as<ast::Subscript>(&node)); break;
      default: break;
    }
    ast::for_each_child(node, [this](const ast::Node& child) { look(child); });
  }

 private:
  void warn(const ast::Node& node, std::string message) { found.push_back({node.pos.line, std::move(message)}); }

  void compare(const ast::Compare& node) {
    bool before = is_literal(*node.left);
    for (std::size_t i = 0; i < node.ops.size(); ++i) {
      const bool after = is_literal(*node.comparators[i]);
      const bool is = node.ops[i] == ast::CmpOp::Is;
      if ((is || node.ops[i] == ast::CmpOp::IsNot) && (before || after)) {
        warn(node,
             is ? "\"is\" with a literal. Did you mean \"==\"?" : "\"is not\" with a literal. Did you mean \"!=\"?");
        return;
      }
      before = after;
    }
  }

  void call(const ast::Call& node) {
    const char* type = ast::is<ast::Lambda>(node.func) ? nullptr : type_of(*node.func);
    if (type == nullptr) return;
    warn(node, std::string("'") + type + "' object is not callable; perhaps you missed a comma?");
  }

  void subscript(const ast::Subscript& node) {
    if (node.ctx != ast::ExprContext::Load) return;
    if (has_no_items(*node.value)) {
      warn(node,
           std::string("'") + type_of(*node.value) + "' object is not subscriptable; perhaps you missed a comma?");
      return;
    }
    const char* index = type_of(*node.slice);
    if (index == nullptr || !is_sequence(*node.value)) return;
    const std::string_view type = index;
    if (type == "int" || type == "bool") return;
    warn(node, std::string(type_of(*node.value)) + " indices must be integers or slices, not " + index +
                   "; perhaps you missed a comma?");
  }
};

}  // namespace syntax_warning_parts

std::vector<SyntaxWarning> syntax_warnings(const ast::Node& root) {
  syntax_warning_parts::Finder finder;
  finder.look(root);
  return std::move(finder.found);
}

}  // namespace loopline::script
