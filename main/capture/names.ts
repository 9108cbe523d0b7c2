/** First names common enough to tell a person from a company where the text does not. In lower case. */
export const firstNames: ReadonlySet<string> = new Set(
  `aaron abby abdul abi adam adele ahmed aisha alan albert aldo alex alexa alice alma amanda amber amina amira amy ana andrea andrew andy angela anika anita anja ann anna annie annika anton anya ashley astrid ava ayesha
  bea beatrice becky ben bella beth bill bob boris brenda brian bruno cara carl carla carlo carlos carmen carol caroline cathy charlie charlotte chen chloe chris christine claire clara colin craig dan dana daniel danny
  dave david dawn deb deborah dev diana diego dimitri dominic don donna dora doug dylan ed eddie edward elena eli elias elif elisa ella ellen ellie elsa emily emma emre eric erin ethan eva eve evan eve fatima farah
  farid felix finn fiona fran frank fred freya gary gavin gemma george gina grace greg greta gustav gwen hana hannah harriet harry hassan hazel heather heidi helen helga henrik henry holly hugo ian ibrahim ida imran ines
  inga ingrid irene isaac isabel isla ivan ivy jack jacob jade jake james jamie jan jane janet jasmine jason jay jean jen jenna jenny jeremy jess jessica jill jim jo joan joanna joe joel john johnny jon jonas jonathan jordan
  jorge jose joseph josh juan judy julia julian julie jun june justin kai karen karim karl kate katie kathy kavita keith kelly ken kenji kevin khalid kim kofi kristin kyle lara larry laura lauren layla lea leah lee leila lena
  leo leon lewis liam lily linda lisa liz lola lou louis louise luca lucas lucy luis luke lydia lynn maya mick madison magda marco marcus maria marie marina mario mark marta martha martin mary mateo matt matthew max megan mei
  mel melissa mia michael michelle miguel mike mila miles mo mohamed moira molly monica morgan moritz nadia nadine naomi nat natalie nate nathan neil nick nico nicola nicole nigel nina noah noor nora norman odette ola olga
  oliver olivia ollie olu omar oscar otto owen pablo paolo pat patricia patrick paul paula pedro peggy pete peter petra phil pia pierre piotr priya rachel raj ravi ray rebecca rhys ricardo richard rita rob robert robin rohan
  rosa rosalind rose ruby rupert russell ruth ryan sally sam samantha samir samuel sandra sanjay sara sarah sasha scott sean sergei shane sharon sheila sid simon simone sofia sonia sophie stella stephanie steph steve steven
  stuart sue sunita susan suzanne sven sylvia tanya tara tariq ted teresa tess theo theresa thomas tim tina toby tom tomas tony tracy ulla uma ursula vera vicky victor victoria vik vince wanda wei wendy will william xavier
  yara yasmin yuki yusuf yvonne zach zara zoe`.split(/\s+/),
)
