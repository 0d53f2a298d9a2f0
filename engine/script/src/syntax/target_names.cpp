#include "syntax/target_names.h"

namespace loopline::script {

namespace {

std::string_view constant_name(ast::ConstantType type) {
  switch (type) {
    case ast::ConstantType::None: return "None";
    case ast::ConstantType::True: return "True";
    case ast::ConstantType::False: return "False";
    case ast::ConstantType::Ellipsis: return "ellipsis";
    default: return "literal";
  }
}

}  // namespace

std::string_view target_name(const ast::expr* node) {
  using ast::Kind;
  switch (node->kind) {
    case Kind::Attribute: return "attribute";
    case Kind::Subscript: return "subscript";
    case Kind::Starred: return "starred";
    case Kind::Name: return "name";
    case Kind::List: return "list";
    case Kind::Tuple: return "tuple";
    case Kind::Lambda: return "lambda";
    case Kind::Call: return "function call";
    case Kind::BoolOp:
    case Kind::BinOp:
    case Kind::UnaryOp: return "expression";
    case Kind::GeneratorExp: return "generator expression";
    case Kind::Yield:
    case Kind::YieldFrom: return "yield expression";
    case Kind::Await: return "await expression";
    case Kind::ListComp: return "list comprehension";
    case Kind::SetComp: return "set comprehension";
    case Kind::DictComp: return "dict comprehension";
    case Kind::Dict: return "dict literal";
    case Kind::Set: return "set display";
    case Kind::JoinedStr:
    case Kind::FormattedValue: return "f-string expression";
    case Kind::Constant: return constant_name(ast::as<ast::Constant>(node)->type);
    case Kind::Compare: return "comparison";
    case Kind::IfExp: return "conditional expression";
    case Kind::NamedExpr: return "named expression";
    default: return "expression";
  }
}

}  // namespace loopline::script
